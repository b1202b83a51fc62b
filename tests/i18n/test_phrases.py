"""Sentences come from catalogues, and two languages can be in use at once.

These tests must not depend on the program's own catalogues.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from iroc_desktop.i18n.phrases import Phrases, untranslated


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    catalogue = Catalog(locale="es")
    catalogue.add("Saved {time}", "Guardado {time}")
    catalogue.add("Open", "Abrir", context="button")
    catalogue.add(("{count} person", "{count} people"), ("{count} persona", "{count} personas"))
    file = tmp_path / "es" / "LC_MESSAGES" / "ui.mo"
    file.parent.mkdir(parents=True)
    written = BytesIO()
    write_mo(written, catalogue)
    file.write_bytes(written.getvalue())
    return tmp_path


def test_a_sentence_is_translated_whole_with_its_placeholders(folder: Path) -> None:
    assert Phrases.load(folder, "ui", "es").text("Saved {time}", time="10:42") == "Guardado 10:42"


def test_two_languages_are_in_use_at_once(folder: Path) -> None:
    spanish, english = (Phrases.load(folder, "ui", language) for language in ("es", "en"))
    assert (spanish.about("button", "Open"), english.about("button", "Open")) == ("Abrir", "Open")


def test_a_plural_fits_its_count(folder: Path) -> None:
    spanish = Phrases.load(folder, "ui", "es")
    told = [spanish.plural("{count} person", "{count} people", count) for count in (1, 2)]
    assert told == ["1 persona", "2 personas"]


def test_what_is_not_translated_is_said_in_english(folder: Path) -> None:
    assert Phrases.load(folder, "ui", "es").text("Next") == "Next"
    assert untranslated().text("Next") == "Next"
