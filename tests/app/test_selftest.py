"""The self-test and the demo play whole sessions, and leave only what they promise.

These tests must not look at pixels: that is for people.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from iroc_desktop.app import selftest
from iroc_desktop.app.demo import play_demo
from iroc_desktop.app.selftest import SelfTestError, run_selftest


def test_the_self_test_works(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_selftest() == 0
    assert capsys.readouterr().out.startswith("Everything works")


def test_the_self_test_fails_when_a_step_does_not_do_what_it_should(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "_pages", lambda *_: selftest._must(False))
    with pytest.raises(SelfTestError):
        run_selftest()


def test_the_demo_leaves_pictures_and_pdfs_in_two_languages(qapp: QApplication, tmp_path: Path) -> None:
    assert play_demo(tmp_path) == 0
    pictures = sorted(each.name for each in tmp_path.glob("*.png"))
    assert len(pictures) == 13
    for language in ("en", "es"):
        assert len(pypdfium2.PdfDocument(tmp_path / f"summary-{language}.pdf")) in (1, 2)
