"""Every language of the program has its own name, as Babel knows it.

These tests must not be the only place that knows the languages.
"""

from __future__ import annotations

from iroc_desktop.i18n.formats import language_name
from iroc_desktop.i18n.languages import OWN_NAMES
from iroc_desktop.system.settings import LANGUAGES


def test_every_language_that_can_be_chosen_has_its_own_name() -> None:
    assert tuple(OWN_NAMES) == LANGUAGES
    assert {code: language_name(code, code) for code in LANGUAGES} == OWN_NAMES
