"""The guide is short, in plain words, the same in each language, and claims no source it cannot name."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from iroc_desktop.domain.content_errors import BadContentError, ContentFault, ContentProblem
from iroc_desktop.domain.guide import GuideText, Skill, guide_for
from iroc_desktop.domain.readability import reading_age
from iroc_desktop.domain.wording import ReviewStatus
from iroc_desktop.system.content.guide import WrittenGuide, WrittenSkill, load_guide
from tests.system.content.places import ROOT, SCHEMAS, copied, edited
from tests.system.content.spoken import FORBIDDEN, looks_like_a_number_to_call

HELP = ROOT / "resources" / "help"
LANGUAGES = ("en", "es")
SKILLS = (
    *("person-leads", "open-questions", "listening", "strengths", "scaling", "exceptions", "best-hopes"),
    *("weighing-options", "small-steps", "silence", "distress", "ending", "interrupted", "reading-little"),
)
SHORTEST, LONGEST = 120, 200
"""Words on a page."""
OLDEST = 11.0


@pytest.fixture(scope="module")
def texts() -> dict[str, GuideText]:
    return {text.language: text for text in load_guide(HELP, SCHEMAS)}


def whole(skill: Skill) -> str:
    return " ".join((*skill.text, *skill.say))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_skill_is_there_in_the_same_order(language: str, texts: dict[str, GuideText]) -> None:
    assert tuple(texts) == LANGUAGES
    assert tuple(skill.id for skill in texts[language].skills) == SKILLS
    assert texts[language].status is ReviewStatus.DRAFT


def test_both_languages_have_the_same_shape(texts: dict[str, GuideText]) -> None:
    shapes = [
        [(len(skill.text), len(skill.say), bool(skill.source)) for skill in text.skills]
        for text in texts.values()
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_short(language: str, texts: dict[str, GuideText]) -> None:
    lengths = {skill.id: len(re.findall(r"[\w'’]+", whole(skill))) for skill in texts[language].skills}
    assert not {one: words for one, words in lengths.items() if not SHORTEST <= words <= LONGEST}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_plain_also_for_somebody_tired(language: str, texts: dict[str, GuideText]) -> None:
    ages = {skill.id: reading_age(whole(skill), language) for skill in texts[language].skills}
    assert not {one: age for one, age in ages.items() if age > OLDEST}
    said = [one for skill in texts[language].skills for one in skill.say]
    assert not [one for one in said if reading_age(one, language) > OLDEST]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_out_of_place_and_no_number_is_made_up(language: str, texts: dict[str, GuideText]) -> None:
    pages = [" ".join((skill.title, whole(skill), skill.source)) for skill in texts[language].skills]
    assert not [page for page in pages if FORBIDDEN[language].search(page)]
    assert not [page for page in pages if looks_like_a_number_to_call(page)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_balanced_decisions_carry_their_caution(language: str, texts: dict[str, GuideText]) -> None:
    page = next(skill for skill in texts[language].skills if skill.id == "weighing-options")
    words = {"en": ("neutral", "weaken", "safe one"), "es": ("inclinar", "quitarle ganas", "segura")}
    assert all(word in whole(page) for word in words[language])
    assert "Janis" in page.source
    assert "Rose" in page.source


@pytest.mark.parametrize("language", LANGUAGES)
def test_distress_points_to_the_organisation(language: str, texts: dict[str, GuideText]) -> None:
    page = next(skill for skill in texts[language].skills if skill.id == "distress")
    words = {"en": ("your organisation", "can stop"), "es": ("tu entidad", "puede parar")}
    assert all(word in whole(page) for word in words[language])


# -- files that somebody wrote --------------------------------------------------------------------------


def refusal(folder: Path) -> BadContentError:
    with pytest.raises(BadContentError) as caught:
        load_guide(folder, SCHEMAS)
    return caught.value


DAMAGES = {
    "a skill twice": (
        "id: scaling",
        "id: strengths",
        "skills[5].id",
        ContentProblem(ContentFault.REPEATED, name="strengths"),
    ),
    "an empty title": (
        "title: Exceptions",
        'title: ""',
        "skills[6].title",
        ContentProblem(ContentFault.TOO_SHORT, limit=1),
    ),
    "another language's file": (
        "language: en",
        "language: es",
        "language",
        ContentProblem(ContentFault.NOT_ALLOWED, expected=("en",)),
    ),
    "a field nobody reads": (
        "    title: Best hopes",
        "    title: Best hopes\n    colour: red",
        "skills[7].colour",
        ContentProblem(ContentFault.UNKNOWN_FIELD, name="colour"),
    ),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_each_fault_names_file_line_field_and_kind(
    damage: tuple[str, str, str, ContentProblem], tmp_path: Path
) -> None:
    old, new, field, problem = damage
    folder = copied(HELP, tmp_path)
    file = folder / "en" / "skills.yaml"
    edited(file, old, new)
    error = refusal(folder)
    assert (error.file, error.field, error.problem) == ("skills.yaml", field, problem)
    assert new.splitlines()[-1].strip() in file.read_text(encoding="utf-8").splitlines()[error.line - 1]


def test_a_language_without_a_guide_reads_another_and_is_told(tmp_path: Path) -> None:
    folder = copied(HELP, tmp_path)
    (folder / "es" / "skills.yaml").unlink()
    guide = guide_for(load_guide(folder, SCHEMAS), "es")
    assert {(page.language, page.instead_of) for page in guide.pages} == {("en", "es")}
    assert len(guide.pages) == len(SKILLS)


def test_no_guide_at_all_is_told_by_the_file_that_is_missed(tmp_path: Path) -> None:
    error = refusal(tmp_path)
    assert (error.file, error.problem.kind) == ("skills.yaml", ContentFault.FILE_MISSING)


def test_schema_and_python_shapes_agree() -> None:
    schema = json.loads((SCHEMAS / "guide.schema.json").read_text(encoding="utf-8"))
    assert set(WrittenGuide.__annotations__) == set(schema["properties"])
    assert set(WrittenSkill.__annotations__) == set(schema["properties"]["skills"]["items"]["properties"])
