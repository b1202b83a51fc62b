"""The reading age counts as its sources say, and what a person reads stays within the age of 11."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from iroc_desktop.domain.readability import (
    AGE_AT_GRADE_0,
    GRADES,
    counts,
    crawford_grade,
    english_syllables,
    flesch_kincaid_grade,
    reading_age,
    spanish_syllables,
)
from iroc_desktop.domain.wording import Pack, Wording
from iroc_desktop.system.content import load_pack
from tests.system.content.places import OPEN_PACK, SCHEMAS

OLDEST = 11.0
"""57 % of adult prisoners read below the level expected at 11 (DOMAIN §4)."""

ENGLISH = (
    "mind 1 never 2 almost 2 sometimes 2 often 2 three 1 months 1 something 2 somewhere 2 someone 2 going 2 "
    "trying 2 table 2 little 2 people 2 walked 1 wanted 2 settled 2 called 1 things 1 places 2 makes 1 "
    "yourself 2 community 4 careful 2 being 2 lately 2 enough 2 energy 3 believe 2 ordinary 4 washes 2 "
    "social 2 handle 2"
)
SPANISH = (
    "nunca 2 siempre 2 menudo 3 frecuencia 3 guardia 2 qué 1 quien 1 seguir 2 vergüenza 3 día 2 país 2 ahí 2 "
    "leer 2 muy 1 hoy 1 ayer 2 ciudad 2 aéreo 4 orgullo 3 tranquilidad 4 yo 1 y 1 estáis 2 energía 4 buey 1"
)


def pairs(listed: str) -> list[tuple[str, int]]:
    parts = listed.split()
    return [(word, int(count)) for word, count in zip(parts[::2], parts[1::2], strict=True)]


@pytest.mark.parametrize(("word", "count"), pairs(ENGLISH))
def test_english_syllables_are_counted(word: str, count: int) -> None:
    assert english_syllables(word) == count


@pytest.mark.parametrize(("word", "count"), pairs(SPANISH))
def test_spanish_syllables_are_counted(word: str, count: int) -> None:
    assert spanish_syllables(word) == count


def test_words_and_sentences_are_counted() -> None:
    of = counts("Think back. How often did you walk, play… or rest?", english_syllables)
    assert (of.words, of.sentences) == (10, 3)


def test_the_formulas_give_what_they_give_by_hand() -> None:
    # 5 words, 1 sentence, 6 syllables; then 4 words, 1 sentence, 7 syllables
    assert flesch_kincaid_grade("How often did you walk?") == pytest.approx(0.39 * 5 + 11.8 * 6 / 5 - 15.59)
    assert crawford_grade("¿Has dormido muy bien?") == pytest.approx(-0.205 * 25 + 0.049 * 150 - 3.407)


def test_an_empty_text_is_as_easy_as_can_be() -> None:
    assert reading_age("", "en") == AGE_AT_GRADE_0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "With what regularity has your psychological condition permitted meaningful participation?"),
        (
            "es",
            "¿Con qué regularidad ha posibilitado su situación psicológica una participación significativa?",
        ),
    ],
)
def test_an_official_sounding_question_is_found_out(language: str, text: str) -> None:
    assert reading_age(text, language) > OLDEST + 3


@pytest.fixture(scope="module")
def open_pack() -> Pack:
    return load_pack(OPEN_PACK, SCHEMAS)


def for_the_person(wording: Wording) -> list[str]:
    questions = [words.question for words in wording.indicators.values()]
    easy = [words.easy_question for words in wording.indicators.values()]
    # a formula about sentences says nothing of one word, so the steps are read as one text
    return [*questions, *easy, ". ".join(wording.steps.values())]


def for_the_practitioner(wording: Wording) -> list[str]:
    return [" ".join((*words.prompts, *words.other_ways)) for words in wording.indicators.values()]


@pytest.mark.parametrize("language", GRADES)
def test_everything_a_person_reads_can_be_read_at_eleven(language: str, open_pack: Pack) -> None:
    texts = for_the_person(open_pack.wordings[language])
    assert len(texts) == 2 * open_pack.instrument.size + 1
    too_hard = {text: age for text in texts if (age := reading_age(text, language)) > OLDEST}
    assert not too_hard


@pytest.mark.parametrize("language", GRADES)
def test_easy_questions_are_easier_as_a_whole(language: str, open_pack: Pack) -> None:
    words = open_pack.wordings[language].indicators.values()
    easy = " ".join(one.easy_question for one in words)
    assert reading_age(easy, language) < reading_age(" ".join(one.question for one in words), language)


@pytest.mark.parametrize("language", GRADES)
def test_the_other_text_is_reported(
    language: str, open_pack: Pack, record_property: Callable[[str, object], None]
) -> None:
    ages = [reading_age(text, language) for text in for_the_practitioner(open_pack.wordings[language])]
    record_property(f"reading age of prompts, {language}", f"{min(ages):.1f} to {max(ages):.1f}")
    assert max(ages) < OLDEST + 1
