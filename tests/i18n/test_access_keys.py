"""The access keys of the menus, and the keys for reasons, in every language that has a catalogue.

They must not be checked in English alone: another language has other letters.
"""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from iroc_desktop.domain.conversation import UnratedReason
from iroc_desktop.i18n.phrases import SOURCE_LANGUAGE, Phrases, untranslated
from iroc_desktop.system.settings import LANGUAGES
from iroc_desktop.ui.main_window.menus import access_keys
from iroc_desktop.ui.screens.conversation.sentences import reason_key

TRANSLATIONS = Path(__file__).resolve().parents[2] / "translations"

TRANSLATED = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]


@pytest.fixture(params=TRANSLATED)
def phrases(request: pytest.FixtureRequest) -> Phrases:
    """Return the sentences of one language, straight from what its translators wrote."""
    language = str(request.param)
    with (TRANSLATIONS / language / "LC_MESSAGES" / "ui.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Phrases(language, GNUTranslations(compiled))


def test_there_is_a_language_to_check() -> None:
    assert "es" in TRANSLATED


def test_every_menu_and_line_has_an_access_key_of_its_own(phrases: Phrases) -> None:
    for menu, letters in access_keys(phrases).items():
        assert all(letter.isalnum() for letter in letters), menu
        assert len(set(letters)) == len(letters), (menu, letters)


def test_the_menus_are_as_many_as_in_english_and_none_is_left_in_it(phrases: Phrases) -> None:
    theirs, english = access_keys(phrases), access_keys(untranslated())
    assert [len(letters) for letters in theirs.values()] == [len(letters) for letters in english.values()]
    assert set(theirs) & set(english) == {""}


def test_each_reason_for_no_rating_has_a_key_of_its_own(phrases: Phrases) -> None:
    keys = [reason_key(reason, phrases) for reason in UnratedReason]
    assert all(len(key) == 1 and key.isascii() and key.isalpha() for key in keys), keys
    assert len(set(keys)) == len(UnratedReason)
