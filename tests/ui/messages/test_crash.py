"""A crash report says where, and nothing about anybody.

These tests must not depend on line numbers.
"""

from __future__ import annotations

import sys

from iroc_desktop.domain.instrument import Scale
from iroc_desktop.ui.messages.crash import crash_report


def report_of_a_bug() -> str:
    try:
        Scale(1, 6).checked("Ana said: my sister")  # type: ignore[arg-type]  # the planted bug
        raise RuntimeError("Ana said: my sister")
    except Exception as error:  # noqa: BLE001  # whatever it is, it becomes the report
        return crash_report(type(error), sys.exc_info()[2], "1.2.3")


def test_the_report_names_version_kind_and_place() -> None:
    told = report_of_a_bug()
    assert "I.ROC Desktop 1.2.3" in told
    assert "iroc_desktop/domain/instrument.py" in told
    assert "checked" in told


def test_the_report_holds_no_words_and_no_folder_of_this_machine() -> None:
    told = report_of_a_bug()
    assert "sister" not in told
    assert sys.prefix not in told
    assert __file__ not in told
