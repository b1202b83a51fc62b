"""A pack becomes an instrument with its wordings, or one typed error says where it is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from iroc_desktop.domain.content_errors import BadContentError, ContentFault, ContentProblem
from iroc_desktop.domain.wording import Pack, ReviewStatus
from iroc_desktop.system.content import load_pack
from tests.system.content.places import OPEN_PACK, OTHER_PACK, SCHEMAS, copied, edited, line_of


@pytest.fixture(scope="module")
def open_pack() -> Pack:
    return load_pack(OPEN_PACK, SCHEMAS)


def refusal(folder: Path) -> BadContentError:
    with pytest.raises(BadContentError) as caught:
        load_pack(folder, SCHEMAS)
    return caught.value


def test_the_open_pack_has_the_published_structure(open_pack: Pack) -> None:
    instrument = open_pack.instrument
    assert "".join(area.letter for area in instrument.areas) == "HOPE"
    assert [len(instrument.indicators_in(area.id)) for area in instrument.areas] == [3, 3, 3, 3]
    assert list(instrument.scale.steps) == [1, 2, 3, 4, 5, 6]
    assert (instrument.look_back_months, instrument.interval_months) == (3, 3)
    assert instrument.indicators[0].id == "mental-health"
    assert instrument.indicators[-1].id == "hope-for-the-future"


def test_the_open_pack_is_honest_about_itself(open_pack: Pack) -> None:
    assert not open_pack.official
    for wording in open_pack.wordings.values():
        assert wording.status is ReviewStatus.DRAFT
        assert "Penumbra" in wording.licence_line
        assert "I.ROC" in wording.licence_line


def test_every_question_asks_about_the_same_time_and_how_often(open_pack: Pack) -> None:
    how_often = {"en": "how often", "es": "con qué frecuencia"}
    assert list(open_pack.wordings) == ["en", "es"]
    for language, wording in open_pack.wordings.items():
        for words in wording.indicators.values():
            assert wording.look_back in words.question.lower()
            assert wording.look_back in words.easy_question.lower()
            assert how_often[language] in words.question.lower()
            assert all(how_often[language] in other.lower() for other in words.other_ways)


def test_no_question_turns_the_scale_round(open_pack: Pack) -> None:
    turning = {"no", "not", "never", "without", "worry", "bad", "nunca", "sin", "mal", "preocupado", "miedo"}
    asked = 0
    for wording in open_pack.wordings.values():
        for words in wording.indicators.values():
            for question in (words.question, words.easy_question):
                asked += 1
                assert not turning & set(question.lower().replace(",", " ").replace("?", " ").split())
    assert asked == 2 * len(open_pack.wordings) * open_pack.instrument.size


def test_short_names_fit_the_spokes_of_the_chart_and_differ(open_pack: Pack) -> None:
    for wording in open_pack.wordings.values():
        short_names = [words.short_name for words in wording.indicators.values()]
        assert all(len(name) <= 16 for name in short_names)
        assert len(set(short_names)) == open_pack.instrument.size


def test_prompts_are_questions_and_each_is_there_for_a_reason(open_pack: Pack) -> None:
    for wording in open_pack.wordings.values():
        for words in wording.indicators.values():
            assert all(prompt.endswith("?") for prompt in words.prompts)
            assert len(set(words.prompts)) == len(words.prompts) >= 4


def test_an_instrument_of_another_size_loads_the_same_way() -> None:
    pack = load_pack(OTHER_PACK, SCHEMAS)
    assert pack.instrument.size == 11
    assert len(pack.instrument.scale.steps) == 7
    assert pack.wordings["en"].steps[7] == "seven"
    assert (pack.official, pack.licence_holder) == (True, "Example Trust")
    assert pack.wordings["en"].status is ReviewStatus.REVIEWED


def test_a_language_without_words_gets_the_first_one(open_pack: Pack) -> None:
    assert open_pack.wording("nl").language == "en"
    assert open_pack.wording("es").language == "es"


@dataclass(frozen=True)
class Damage:
    """An edit of one file, and the refusal it leads to; `line_with` is a text on the line that is named."""

    file: str
    old: str
    new: str
    line_with: str
    field: str
    problem: ContentProblem


MIND = "indicators.mental-health"
F = ContentFault
P = ContentProblem
SLUG = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
HOPE = ("home", "opportunity", "people", "empowerment")

DAMAGES = {
    "unknown field": Damage(
        "pack.yaml",
        "official: false",
        "official: false\ncolour: red",
        "colour",
        "colour",
        P(F.UNKNOWN_FIELD, "colour"),
    ),
    "field missing": Damage(
        "pack.yaml", "interval_months: 3\n", "", "id: iroc-open", "", P(F.MISSING_FIELD, "interval_months")
    ),
    "version without quotes": Damage(
        "pack.yaml", '"1"', "1", "version", "version", P(F.WRONG_TYPE, expected=("string",))
    ),
    "official without a licence-holder": Damage(
        "pack.yaml",
        "official: false",
        "official: true",
        "id: iroc-open",
        "",
        P(F.MISSING_FIELD, "licence_holder"),
    ),
    "scale upside down": Damage(
        "pack.yaml", "maximum: 6", "maximum: 1", "maximum: 1", "scale.maximum", P(F.TOO_LOW, limit=2)
    ),
    "id with a path in it": Damage(
        "pack.yaml", "id: iroc-open", "id: ../x", "../x", "id", P(F.BAD_FORM, expected=(SLUG,))
    ),
    "language with a path in it": Damage(
        "pack.yaml",
        "[en, es]",
        "[en, ../es]",
        "../es",
        "languages[2]",
        P(F.BAD_FORM, expected=("^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?$",)),
    ),
    "language twice": Damage("pack.yaml", "[en, es]", "[en, en]", "[en, en]", "languages", P(F.REPEATED)),
    "area that is not there": Damage(
        "pack.yaml",
        "life-skills, area: home",
        "life-skills, area: house",
        "area: house",
        "indicators[2].area",
        P(F.UNKNOWN_REFERENCE, "house", HOPE),
    ),
    "indicator twice": Damage(
        "pack.yaml",
        "id: life-skills",
        "id: mental-health",
        "- {id: mental-health",
        "indicators[2].id",
        P(F.REPEATED, "mental-health"),
    ),
    "letter twice": Damage(
        "pack.yaml", "letter: O", "letter: H", "id: opportunity", "areas[2].letter", P(F.REPEATED, "H")
    ),
    "area without indicators": Damage(
        "pack.yaml",
        "\n# in the order",
        "  - {id: spare, letter: S, token: spare}\n\n# in the order",
        "id: spare",
        "areas[5].id",
        P(F.UNUSED, "spare"),
    ),
    "no steps worded": Damage("es.yaml", "  1: nunca\n", "", "steps:", "steps", P(F.NOT_WORDED, "1")),
    "step that the scale lacks": Damage(
        "es.yaml",
        "  6: siempre",
        "  6: siempre\n  7: más",
        "7: más",
        "steps.7",
        P(F.UNKNOWN_REFERENCE, "7", ("1", "2", "3", "4", "5", "6")),
    ),
    "step that is a word": Damage(
        "en.yaml",
        "  1: never",
        "  one: never",
        "one: never",
        "steps.one",
        P(F.BAD_FORM, expected=("^(0|[1-9][0-9]{0,2})$",)),
    ),
    "area not worded": Damage(
        "es.yaml", "  people: Personas\n", "", "areas:", "areas", P(F.NOT_WORDED, "people")
    ),
    "question missing": Damage(
        "es.yaml",
        "    question: En los últimos tres meses, ¿con qué frecuencia te has encontrado bien de ánimo?\n",
        "",
        "mental-health:",
        MIND,
        P(F.MISSING_FIELD, "question"),
    ),
    "question blank": Damage(
        "en.yaml",
        "easy_question: In the last three months, how often did you feel well in yourself?",
        'easy_question: "  "',
        'easy_question: "  "',
        f"{MIND}.easy_question",
        P(F.BAD_FORM, expected=("\\S",)),
    ),
    "name that YAML would take for a number": Damage(
        "en.yaml",
        "short_name: Mental health",
        "short_name: 12",
        "short_name: 12",
        f"{MIND}.short_name",
        P(F.WRONG_TYPE, expected=("string",)),
    ),
    "short name too long for the chart": Damage(
        "en.yaml",
        "short_name: Safety",
        "short_name: Safety and comfort at home",
        "Safety and comfort at home",
        "indicators.safety-and-comfort.short_name",
        P(F.TOO_LONG, limit=20),
    ),
    "a prompt that is a mapping": Damage(
        "en.yaml",
        "- Who notices when you feel well?",
        "- Who: notices?",
        "- Who: notices?",
        f"{MIND}.prompts[4]",
        P(F.WRONG_TYPE, expected=("string",)),
    ),
    "another language's file": Damage(
        "es.yaml",
        "language: es",
        "language: en",
        "language: en",
        "language",
        P(F.NOT_ALLOWED, expected=("es",)),
    ),
    "made-up status": Damage(
        "es.yaml",
        "status: draft",
        "status: perfect",
        "status: perfect",
        "status",
        P(F.NOT_ALLOWED, expected=("draft", "reviewed")),
    ),
    "reviewed by nobody": Damage(
        "es.yaml", "status: draft", "status: reviewed", "reviewed_by", "reviewed_by", P(F.TOO_SHORT, limit=1)
    ),
    "field twice": Damage(
        "en.yaml", "look_back:", "name: again\nlook_back:", "name: again", "name", P(F.REPEATED_KEY)
    ),
    "indented with a tab": Damage("en.yaml", "  1: never", "\t1: never", "\t1: never", "", P(F.TAB)),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_each_fault_names_file_line_field_and_kind(damage: Damage, tmp_path: Path) -> None:
    folder = copied(OPEN_PACK, tmp_path)
    edited(folder / damage.file, damage.old, damage.new)
    error = refusal(folder)
    assert (error.file, error.field, error.problem) == (damage.file, damage.field, damage.problem)
    lines = (folder / damage.file).read_text(encoding="utf-8").splitlines()
    assert damage.line_with in lines[error.line - 1]


def test_an_indicator_left_unworded_is_named(tmp_path: Path) -> None:
    folder = copied(OPEN_PACK, tmp_path)
    file = folder / "es.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("  hope-for-the-future:")], encoding="utf-8")
    error = refusal(folder)
    assert error.problem == P(F.NOT_WORDED, "hope-for-the-future")
    assert error.line == line_of(file, "indicators:")


@pytest.mark.parametrize("name", ["pack.yaml", "en.yaml", "es.yaml"])
def test_a_missing_file_is_named_without_its_folder(name: str, tmp_path: Path) -> None:
    folder = copied(OPEN_PACK, tmp_path)
    (folder / name).unlink()
    error = refusal(folder)
    assert (error.file, error.line, error.problem.kind) == (name, 0, F.FILE_MISSING)
    assert str(tmp_path) not in repr(error)


def test_a_missing_schema_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(BadContentError) as caught:
        load_pack(OPEN_PACK, tmp_path)
    assert (caught.value.file, caught.value.problem.kind) == ("pack.schema.json", F.FILE_MISSING)


def test_a_file_that_is_a_list_is_refused_at_the_top(tmp_path: Path) -> None:
    folder = copied(OPEN_PACK, tmp_path)
    (folder / "en.yaml").write_text("- a\n- b\n", encoding="utf-8")
    error = refusal(folder)
    assert (error.line, error.field, error.problem) == (1, "", P(F.WRONG_TYPE, expected=("object",)))


def test_randomly_damaged_packs_load_or_are_refused_and_nothing_else(tmp_path: Path) -> None:
    folder = copied(OPEN_PACK, tmp_path)
    random = Random(20261124)  # noqa: S311  # damage that can be repeated, not a secret
    refused = 0
    for _ in range(120):
        file = folder / random.choice(["pack.yaml", "en.yaml", "es.yaml"])
        whole = file.read_bytes()
        at, length = random.randrange(len(whole)), random.randrange(12)
        file.write_bytes(whole[:at] + random.randbytes(random.randrange(4)) + whole[at + length :])
        try:
            load_pack(folder, SCHEMAS)
        except BadContentError:
            refused += 1
        file.write_bytes(whole)
    assert refused > 60
