"""What is read before anything is kept: there in each language, plain, complete, without a claim of law."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from iroc_desktop.domain.consent import ConsentText
from iroc_desktop.domain.content_errors import BadContentError
from iroc_desktop.domain.readability import reading_age
from iroc_desktop.domain.wording import ReviewStatus
from iroc_desktop.system.content.consent import load_consent
from tests.system.content.places import ROOT, SCHEMAS

FOLDER = ROOT / "resources" / "consent"
OLDEST = 11.0
NEEDED = {
    "en": ("say no", "take it back", "help you in the same way", "who looked", "copies"),
    "es": ("decir que no", "otro día dejarlo", "te ayudamos igual", "quién lo ha mirado", "copias"),
}
"""What may not be missing: that one can refuse and take back, and that the help stays the same."""
OF_LAW = re.compile(r"\b(law|legal|right|rights|GDPR|ley|legal|derechos?|RGPD)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def texts() -> dict[str, ConsentText]:
    return {each.language: each for each in load_consent(FOLDER, SCHEMAS)}


def test_both_languages_are_there_and_are_drafts(texts: dict[str, ConsentText]) -> None:
    assert tuple(texts) == ("en", "es")
    assert {each.status for each in texts.values()} == {ReviewStatus.DRAFT}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_words_are_read_at_eleven(texts: dict[str, ConsentText], language: str) -> None:
    sentences = [each for section in texts[language].sections for each in section.sentences]
    assert reading_age(" ".join(sentences), language) <= OLDEST
    assert max(len(each.split()) for each in sentences) <= 20


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_needed_is_missing_and_no_law_is_claimed(
    texts: dict[str, ConsentText], language: str
) -> None:
    wording = texts[language].wording
    for words in NEEDED[language]:
        assert words in wording
    said = [each for section in texts[language].sections for each in section.sentences]
    assert not [each for each in said if OF_LAW.search(each)]


def test_both_say_as_much(texts: dict[str, ConsentText]) -> None:
    shapes = {tuple(len(each.sentences) for each in text.sections) for text in texts.values()}
    assert len(shapes) == 1


@pytest.mark.parametrize(
    ("line", "other"),
    [("language: en", "language: fr"), ("question:", "answer:"), ("status: draft", "status: true")],
)
def test_a_damaged_file_is_told(tmp_path: Path, line: str, other: str) -> None:
    written = (FOLDER / "en.yaml").read_text("utf-8")
    assert written.count(line) == 1
    (tmp_path / "en.yaml").write_text(written.replace(line, other), "utf-8")
    with pytest.raises(BadContentError):
        load_consent(tmp_path, SCHEMAS)


def test_a_folder_without_any_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadContentError):
        load_consent(tmp_path, SCHEMAS)
