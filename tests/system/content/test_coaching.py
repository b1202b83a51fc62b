"""What a practitioner may say is there in each language, plain enough to be heard, and safe."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from itertools import chain
from pathlib import Path

import pytest

from iroc_desktop.domain.coaching import CoachingText, CoachingWay, coaching_words
from iroc_desktop.domain.content_errors import BadContentError, ContentFault, ContentProblem
from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.exploring import ExploringStep
from iroc_desktop.domain.readability import reading_age
from iroc_desktop.domain.wording import Pack, ReviewStatus
from iroc_desktop.system.content.coaching import WrittenCoaching, WrittenPrompts, WrittenWay, load_coaching
from iroc_desktop.system.content.packs import load_pack
from tests.system.content.places import OPEN_PACK, OTHER_PACK, ROOT, SCHEMAS, copied, edited
from tests.system.content.spoken import FORBIDDEN, OUT_OF_REACH, looks_like_a_number_to_call

COACHING = ROOT / "resources" / "coaching"
LANGUAGES = ("en", "es")
OLDEST = 11.0
FEWEST = 6
FEWEST_OTHER_WAYS = 2


@pytest.fixture(scope="module")
def texts() -> dict[str, CoachingText]:
    return {text.language: text for text in load_coaching(COACHING, SCHEMAS)}


@pytest.fixture(scope="module")
def open_pack() -> Pack:
    return load_pack(OPEN_PACK, SCHEMAS)


def said(text: CoachingText) -> Iterator[str]:
    """Return every sentence that is said to the person."""
    for words in text.indicators.values():
        yield from chain(words.prompts, words.other_ways)
    yield from chain(*text.stages.values(), *text.steps.values())
    yield from chain(*(way.say for way in text.ways.values()))


def everything(text: CoachingText) -> Iterator[str]:
    """Return what is said, and what is told to the practitioner."""
    yield from said(text)
    for way in text.ways.values():
        yield from (way.title, *way.advice)


def test_both_languages_are_there_and_are_drafts(texts: dict[str, CoachingText]) -> None:
    assert tuple(texts) == LANGUAGES
    assert {text.status for text in texts.values()} == {ReviewStatus.DRAFT}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_was_asked_for_is_missing(
    language: str, texts: dict[str, CoachingText], open_pack: Pack
) -> None:
    text = texts[language]
    assert list(text.indicators) == [one.id for one in open_pack.instrument.indicators]
    assert list(text.stages) == list(Stage)
    assert list(text.steps) == list(ExploringStep)
    assert list(text.ways) == list(CoachingWay)
    prompts = [words.prompts for words in text.indicators.values()]
    ways = [way.say for way in text.ways.values()]
    for sentences in chain(prompts, text.stages.values(), text.steps.values(), ways):
        assert len(sentences) >= FEWEST, sentences
    assert all(len(words.other_ways) >= FEWEST_OTHER_WAYS for words in text.indicators.values())


def test_both_languages_have_the_same_shape(texts: dict[str, CoachingText]) -> None:
    def shape(text: CoachingText) -> dict[str, object]:
        return {
            "indicators": {i: (len(w.prompts), len(w.other_ways)) for i, w in text.indicators.items()},
            "stages": {stage: len(sentences) for stage, sentences in text.stages.items()},
            "steps": {step: len(sentences) for step, sentences in text.steps.items()},
            "ways": {kind: (len(way.advice), len(way.say)) for kind, way in text.ways.items()},
        }

    assert shape(texts["en"]) == shape(texts["es"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_there_twice_nor_already_in_the_pack(
    language: str, texts: dict[str, CoachingText], open_pack: Pack
) -> None:
    sentences = list(said(texts[language]))
    assert len(sentences) == len(set(sentences)) > 150
    indicators = open_pack.wordings[language].indicators.values()
    known = set(chain(*((*words.prompts, *words.other_ways) for words in indicators)))
    assert known
    assert not known & set(sentences)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_single_sentence_can_be_read_at_eleven(language: str, texts: dict[str, CoachingText]) -> None:
    too_hard = {one: age for one in said(texts[language]) if (age := reading_age(one, language)) > OLDEST}
    assert not too_hard


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_out_of_place(language: str, texts: dict[str, CoachingText]) -> None:
    found = [one for one in everything(texts[language]) if FORBIDDEN[language].search(one)]
    assert not found
    assert not [one for one in said(texts[language]) if OUT_OF_REACH[language].search(one)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_to_call_is_made_up(language: str, texts: dict[str, CoachingText]) -> None:
    assert not [one for one in everything(texts[language]) if looks_like_a_number_to_call(one)]
    assert all(looks_like_a_number_to_call(number) for number in ("0800 1111", "112", "+34 600-000-000"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_distress_points_to_the_organisation_and_says_the_conversation_can_stop(
    language: str, texts: dict[str, CoachingText]
) -> None:
    advice = " ".join(texts[language].ways[CoachingWay.DISTRESS].advice).lower()
    expected = {
        "en": ("your organisation", "can stop", "stay"),
        "es": ("tu entidad", "puede parar", "quédate"),
    }
    assert all(words in advice for words in expected[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_ways_ask_how_often_as_the_scale_answers(language: str, texts: dict[str, CoachingText]) -> None:
    how_often = {"en": "How often ", "es": "¿Con qué frecuencia "}[language]
    others = list(chain(*(words.other_ways for words in texts[language].indicators.values())))
    assert others
    assert all(one.startswith(how_often) and one.endswith("?") for one in others)


def test_prompts_of_an_indicator_open_with_a_question(texts: dict[str, CoachingText]) -> None:
    asked = [one for text in texts.values() for words in text.indicators.values() for one in words.prompts]
    assert len(asked) >= 2 * 12 * FEWEST
    assert all(one.endswith("?") for one in asked)


def test_affirmations_neither_praise_nor_speak_of_the_practitioner(texts: dict[str, CoachingText]) -> None:
    flattery = {
        "en": {"i", "my", "well", "good", "great", "proud", "brave", "amazing", "should"},
        "es": {"yo", "mi", "bien", "buen", "buena", "genial", "orgullo", "valiente", "increíble", "debes"},
    }
    for language, text in texts.items():
        for one in text.ways[CoachingWay.AFFIRMING].say:
            assert not flattery[language] & set(re.findall(r"\w+", one.lower())), one


def test_an_instrument_of_another_size_has_no_prompts_and_that_is_all(texts: dict[str, CoachingText]) -> None:
    words = coaching_words(texts.values(), "en")
    other = load_pack(OTHER_PACK, SCHEMAS).instrument
    unknown = [one.id for one in other.indicators if one.id not in texts["en"].indicators]
    assert unknown
    assert not any(words.for_indicator(one) for one in unknown)
    assert words.for_stage(Stage.CHOOSE)


# -- files that somebody wrote --------------------------------------------------------------------------


def refusal(folder: Path) -> BadContentError:
    with pytest.raises(BadContentError) as caught:
        load_coaching(folder, SCHEMAS)
    return caught.value


STAGES = tuple(stage.value for stage in Stage)
DAMAGES = {
    "a stage nobody has": (
        "  welcome:\n",
        "  hello:\n",
        "stages.hello",
        ContentProblem(ContentFault.NOT_ALLOWED, expected=STAGES),
    ),
    "a field nobody reads": (
        "\nstages:",
        "\nmottos: []\nstages:",
        "mottos",
        ContentProblem(ContentFault.UNKNOWN_FIELD, name="mottos"),
    ),
    "advice left out": (
        "  affirming:\n    title: Affirming without flattery\n    advice:",
        "  affirming:\n    title: Affirming without flattery\n    advise:",
        "ways.affirming",
        ContentProblem(ContentFault.MISSING_FIELD, name="advice"),
    ),
    "another language's file": (
        "language: en",
        "language: es",
        "language",
        ContentProblem(ContentFault.NOT_ALLOWED, expected=("en",)),
    ),
    "reviewed by nobody": (
        "status: draft",
        "status: reviewed",
        "reviewed_by",
        ContentProblem(ContentFault.TOO_SHORT, limit=1),
    ),
    "a sentence twice": (
        "    - How will you know that it is done?",
        "    - When and where could you do it?",
        "stages.plan",
        ContentProblem(ContentFault.REPEATED),
    ),
    "a prompt that YAML takes for a mapping": (
        "- What could you do yourself?",
        "- What: could you do yourself?",
        "steps.options[1]",
        ContentProblem(ContentFault.WRONG_TYPE, expected=("string",)),
    ),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_each_fault_names_file_line_field_and_kind(
    damage: tuple[str, str, str, ContentProblem], tmp_path: Path
) -> None:
    old, new, field, problem = damage
    folder = copied(COACHING, tmp_path)
    edited(folder / "en.yaml", old, new)
    error = refusal(folder)
    assert (error.file, error.field, error.problem) == ("en.yaml", field, problem)
    line = (folder / "en.yaml").read_text(encoding="utf-8").splitlines()[error.line - 1]
    key = field.rpartition(".")[2].partition("[")[0]
    assert key in line or "[" in field


def test_a_stage_that_one_language_lacks_comes_from_the_other(tmp_path: Path) -> None:
    folder = copied(COACHING, tmp_path)
    file = folder / "es.yaml"
    text = file.read_text(encoding="utf-8")
    start, end = text.index("  choose:\n"), text.index("  explore:\n")
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    found = coaching_words(load_coaching(folder, SCHEMAS), "es").for_stage(Stage.CHOOSE)
    assert (found.language, found.instead_of) == ("en", "es")
    assert len(found.asked) >= FEWEST


def test_a_folder_without_files_is_told_by_the_file_that_is_missed(tmp_path: Path) -> None:
    error = refusal(tmp_path)
    assert (error.file, error.line, error.problem.kind) == ("en.yaml", 0, ContentFault.FILE_MISSING)


def test_one_language_is_enough(tmp_path: Path) -> None:
    folder = copied(COACHING, tmp_path)
    (folder / "en.yaml").unlink()
    words = coaching_words(load_coaching(folder, SCHEMAS), "en")
    assert words.for_indicator("life-skills").instead_of == "en"


def test_schema_python_shapes_and_glossary_agree() -> None:
    schema = json.loads((SCHEMAS / "coaching.schema.json").read_text(encoding="utf-8"))
    properties = schema["properties"]
    names = {group: properties[group]["propertyNames"]["enum"] for group in ("stages", "steps", "ways")}
    assert names == {"stages": list(Stage), "steps": list(ExploringStep), "ways": list(CoachingWay)}
    shapes = [
        (WrittenCoaching, properties),
        (WrittenPrompts, properties["indicators"]["additionalProperties"]["properties"]),
        (WrittenWay, properties["ways"]["additionalProperties"]["properties"]),
    ]
    for shape, written in shapes:
        assert set(shape.__annotations__) == set(written)
    assert {each.name for each in fields(CoachingText)} == set(properties)
