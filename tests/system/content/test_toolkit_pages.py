"""The pages that the program ships: complete, easy to read, and possible where they say they are."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from iroc_desktop.domain.toolkit import (
    HIGHEST_READING_AGE,
    PageKind,
    PageWords,
    Setting,
    Toolkit,
    ToolkitPage,
)
from iroc_desktop.system.content import load_pack
from iroc_desktop.system.content.toolkit import load_toolkit
from tests.system.content.places import OPEN_PACK, ROOT, SCHEMAS

LANGUAGES = ("en", "es")
LEAST_PAGES = 48
LEAST_FOR_AN_INDICATOR = 4
PAGES_FOLDER = ROOT / "resources" / "toolkit"

NEEDS_A_TAG: dict[Setting, dict[str, str]] = {
    Setting.PHONE: {
        "en": r"phone|telephone|text message|voicemail|whatsapp",
        "es": r"teléfono|móvil|llamada telefónica|whatsapp",
    },
    Setting.HOME: {
        "en": r"kitchen|oven|fridge|supermarket|bank account|buy"
        r"|internet|website|online|e-?mail|wi-?fi|app",
        "es": r"cocina|horno|nevera|supermercado|cuenta bancaria|compra|compras|comprar"
        r"|internet|web|online|correo electrónico|wifi|app",
    },
    Setting.YARD: {"en": r"yard|garden|park", "es": r"patio|jardín|parque"},
}
"""Words that speak of something a cell may not have; a page with one is tagged, or is one of `NOT_MEANT`."""
NOT_MEANT: dict[tuple[str, str], str] = {
    ("hard-night-card", "teléfono"): "only for someone in a flat, beside what there is in a cell",
    ("the-bag-by-the-door", "phone"): "speaks of the day after leaving",
    ("the-bag-by-the-door", "móvil"): "speaks of the day after leaving",
    ("a-place-in-my-pocket", "kitchen"): "a place to think of",
    ("a-place-in-my-pocket", "cocina"): "a place to think of",
    ("my-papers", "bank account"): "a line of a list to tick, for those who have one",
    ("my-week-at-the-shop", "comprar"): "the shop of the prison, and a plan on paper",
    ("weighing-options", "kitchen"): "a job, as an example of a choice",
    ("weighing-options", "cocina"): "a job, as an example of a choice",
    ("my-body-today", "yard"): "an example of what the body did",
    ("my-body-today", "patio"): "an example of what the body did",
    ("nights-with-noise", "yard"): "the window does as well",
    ("nights-with-noise", "patio"): "the window does as well",
    ("people-in-small-doses", "yard"): "one of several places with people",
    ("people-in-small-doses", "patio"): "one of several places with people",
    ("shape-of-my-day", "patio"): "the hour of the yard as part of the day",
}
"""Page id and word → why the page needs no tag although the word is in it."""
NEVER = {
    "en": r"patients?|clients?|disorders?|suffers?|suffering from|compliance|symptoms?|relapses?"
    r"|wellness recovery|WRAP|penumbra|https?|www",
    "es": r"pacientes?|clientes?|trastornos?|síntomas?|recaídas?|recluso|penumbra|https?|www|WRAP",
}
"""Words that no page says: clinical ones, marks of others, addresses."""


@cache
def toolkit() -> Toolkit:
    """Return what is shipped."""
    return load_toolkit(PAGES_FOLDER, None, SCHEMAS, frozenset())


def whole(words: PageWords) -> str:
    return "\n".join(words.sentences())


def said(pattern: str, text: str) -> set[str]:
    return {match.lower() for match in re.findall(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)}


def spoken() -> list[tuple[ToolkitPage, PageWords]]:
    return [(page, words) for page in toolkit().pages for words in page.words.values()]


def test_every_page_can_be_used() -> None:
    told = [
        f"{fault.page}/{fault.error.file}:{fault.error.line} {fault.error.field}"
        for fault in toolkit().faults
    ]
    assert told == []
    folders = [folder.name for folder in PAGES_FOLDER.iterdir() if folder.is_dir()]
    assert sorted(page.id for page in toolkit().pages) == sorted(folders)


def test_there_are_enough_of_them_of_every_kind_and_for_every_part_of_life() -> None:
    pages = toolkit().pages
    assert len(pages) >= LEAST_PAGES
    assert {page.kind for page in pages} == set(PageKind)
    counted = Counter(one for page in pages for one in page.indicators)
    wanted = {one.id for one in load_pack(OPEN_PACK, SCHEMAS).instrument.indicators}
    assert set(counted) == wanted
    assert {one: count for one, count in counted.items() if count < LEAST_FOR_AN_INDICATOR} == {}


def test_every_page_speaks_both_languages() -> None:
    lacking = [page.id for page in toolkit().pages if tuple(page.words) != LANGUAGES]
    assert lacking == []


def test_every_page_is_easy_to_read_or_says_why_not() -> None:
    hard = [
        (page.id, words.language, words.reading_age)
        for page, words in spoken()
        if (words.reading_age or 99) > HIGHEST_READING_AGE and not words.hard_words.strip()
    ]
    assert spoken()
    assert hard == []


HARDER_THAN_WANTED: dict[tuple[str, str], str] = {}
"""Page id and language → why it is above the reading age; the page says so itself too. None is, today."""


def test_the_pages_above_the_reading_age_are_those_that_are_known_to_be() -> None:
    said = {
        (page.id, words.language): words.hard_words for page, words in spoken() if words.hard_words.strip()
    }
    assert said == HARDER_THAN_WANTED


def test_a_source_is_named_in_the_language_of_the_page() -> None:
    sourced = [page for page in toolkit().pages if page.source is not None]
    assert len(sourced) > 20
    assert [page.id for page in sourced if page.words["es"].source is None] == []
    for page in sourced:
        source = page.source_in(page.words["es"])
        assert source is not None
        english = re.findall(r"\b(?:and|the|practice|others|of)\b", f"{source.name} {source.where}")
        assert english == [], page.id


def test_worksheets_and_plans_ask_something_and_tips_are_short() -> None:
    asking = {PageKind.WORKSHEET, PageKind.PLAN}
    silent = [page.id for page in toolkit().pages if page.kind in asking and not page.asks]
    assert silent == []
    tips = [(page, words) for page, words in spoken() if page.kind is PageKind.TIP]
    assert tips
    assert [(page.id, words.language) for page, words in tips if len(whole(words).split()) > 200] == []


@pytest.mark.parametrize("setting", NEEDS_A_TAG, ids=lambda setting: setting.value)
def test_no_page_counts_on_what_its_tags_do_not_say(setting: Setting) -> None:
    untagged = [
        (page.id, words.language, word)
        for page, words in spoken()
        for word in said(NEEDS_A_TAG[setting][words.language], whole(words))
        if setting not in page.settings and (page.id, word) not in NOT_MEANT
    ]
    assert untagged == []


def test_every_exception_is_still_one() -> None:
    there = {
        (page.id, word)
        for page, words in spoken()
        for setting, patterns in NEEDS_A_TAG.items()
        for word in said(patterns[words.language], whole(words))
        if setting not in page.settings
    }
    assert set(NOT_MEANT) - there == set()
    assert all(NOT_MEANT.values())


def test_no_page_is_clinical_or_names_what_belongs_to_others() -> None:
    found = [
        (page.id, words.language, word)
        for page, words in spoken()
        for word in said(NEVER[words.language], whole(words))
    ]
    assert found == []


def test_a_planted_word_would_be_found() -> None:
    assert said(NEEDS_A_TAG[Setting.PHONE]["en"], "Pick up the Phone.") == {"phone"}
    assert said(NEEDS_A_TAG[Setting.HOME]["es"], "Búscalo en Internet") == {"internet"}
    assert said(NEVER["en"], "A patient waits; patience helps") == {"patient"}


def test_titles_and_summaries_tell_pages_apart() -> None:
    for language in LANGUAGES:
        titles = [page.words[language].title.casefold() for page in toolkit().pages]
        summaries = [page.words[language].summary.casefold() for page in toolkit().pages]
        assert len(set(titles)) == len(titles)
        assert len(set(summaries)) == len(summaries)


def test_both_languages_say_the_same_with_the_same_gaps_to_fill() -> None:
    for page in toolkit().pages:
        english, spanish = (page.words[language].parts for language in LANGUAGES)
        for part in page.parts:
            one, other = english[part.id], spanish[part.id]
            # Spanish is written, not translated: a hint or a heading may be in one of them only
            assert bool(one.bullets) == bool(other.bullets), (page.id, part.id)
            assert bool(one.paragraphs) == bool(other.paragraphs), (page.id, part.id)
            holes = [re.findall(r"_{3,}|\{\w*\}", "\n".join(each.sentences())) for each in (one, other)]
            assert holes[0] == holes[1], (page.id, part.id)


def test_nobody_claims_a_review_that_was_not_held() -> None:
    claimed = [(page.id, words.language) for page, words in spoken() if words.reviewed_by]
    assert claimed == []
