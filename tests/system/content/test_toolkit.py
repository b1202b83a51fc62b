"""Folders of toolkit pages: good ones are read, a bad one is told with its place and hides nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from iroc_desktop.domain.content_errors import ContentFault, ContentProblem
from iroc_desktop.domain.toolkit import Company, Need, PageKind, PartKind, Setting, Toolkit
from iroc_desktop.system.content import toolkit as pages_written
from iroc_desktop.system.content import toolkit_words as words_written
from iroc_desktop.system.content.toolkit import load_toolkit
from tests.system.content.places import SCHEMAS, edited, line_of

PAGE = """\
id: good-things
kind: worksheet
indicators: [mental-health, hope]
needs: [low-days, hope]
settings: [cell]
minutes: 10
company: [alone, together]
source:
  name: Behavioural activation
  where: Lewinsohn, 1974
parts:
  - {id: opening, kind: text}
  - {id: things, kind: list, lines: 3}
  - {id: sure, kind: scale, from: 1, to: 10}
  - {id: week, kind: table, rows: 2}
  - {id: which, kind: choice, many: true, options: [walk, rest]}
  - {id: circle, kind: drawing, height: 70}
"""
WORDS = """\
language: en
status: draft
reviewed_by: ""
title: Three good things
summary: Notice small good things.
parts:
  opening: {heading: Why try it, text: ["One paragraph."], bullets: ["short"]}
  things: {label: Three good things from today, hint: Small ones count.}
  sure: {label: How sure are you?, low: not sure, high: very sure}
  week: {label: My week, columns: [Day, What I did], rows: [Monday, Tuesday]}
  which: {label: What would help?, options: {rest: A rest, walk: A walk}}
  circle: {label: Draw the people around you}
"""


@dataclass(frozen=True)
class Folders:
    """The program's folder and the organisation's."""

    shipped: Path
    own: Path

    def load(self) -> Toolkit:
        """Return what is in them; an own page may speak of self-management."""
        return load_toolkit(self.shipped, self.own, SCHEMAS, frozenset({"self-management"}))


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = Folders(tmp_path / "shipped", tmp_path / "own")
    written(made.shipped / "good-things")
    return made


def written(folder: Path) -> Path:
    """Write a good page in English and Spanish into a folder, which names it."""
    folder.mkdir(parents=True)
    (folder / "page.yaml").write_text(PAGE.replace("good-things", folder.name), encoding="utf-8")
    (folder / "en.yaml").write_text(WORDS, encoding="utf-8")
    (folder / "es.yaml").write_text(WORDS.replace("language: en", "language: es"), encoding="utf-8")
    return folder


def ids(toolkit: Toolkit) -> list[tuple[str, bool]]:
    return [(page.id, page.own) for page in toolkit.pages]


def test_a_page_is_read_whole(folders: Folders) -> None:
    toolkit = folders.load()
    assert toolkit.faults == ()
    (page,) = toolkit.pages
    assert (page.kind, page.minutes, page.own) == (PageKind.WORKSHEET, 10, False)
    assert (page.needs, page.settings) == ((Need.LOW_DAYS, Need.HOPE), (Setting.CELL,))
    assert page.company == (Company.ALONE, Company.TOGETHER)
    assert page.source is not None
    assert page.source.where == "Lewinsohn, 1974"
    assert [part.kind for part in page.parts] == list(PartKind)
    parts = {part.id: part for part in page.parts}
    assert (parts["things"].lines, parts["week"].rows, parts["circle"].height) == (3, 2, 70)
    assert (parts["sure"].lowest, parts["sure"].highest) == (1, 10)
    assert list(page.words) == ["en", "es"]
    english = page.words["en"].parts
    assert english["opening"].paragraphs == ("One paragraph.",)
    assert english["week"].rows == ("Monday", "Tuesday")


def test_words_of_options_follow_the_order_of_the_page(folders: Folders) -> None:
    (page,) = folders.load().pages
    assert page.words["en"].parts["which"].options == ("A walk", "A rest")


def test_no_folder_of_own_pages_is_no_fault(folders: Folders) -> None:
    assert not folders.own.exists()
    assert folders.load().faults == ()
    assert load_toolkit(folders.shipped, None, SCHEMAS, frozenset()).faults == ()


def test_an_own_page_joins_the_others_and_says_so(folders: Folders) -> None:
    written(folders.own / "our-page")
    assert ids(folders.load()) == [("good-things", False), ("our-page", True)]


def test_an_own_page_never_replaces_another(folders: Folders) -> None:
    written(folders.own / "good-things")
    toolkit = folders.load()
    assert ids(toolkit) == [("good-things", False)]
    (fault,) = toolkit.faults
    assert fault.page == "good-things"
    assert (fault.error.file, fault.error.line, fault.error.field) == ("page.yaml", 1, "id")
    assert fault.error.problem == ContentProblem(ContentFault.REPEATED, name="good-things")


def test_own_pages_name_indicators_that_there_are(folders: Folders) -> None:
    ours = written(folders.own / "our-page")
    edited(ours / "page.yaml", "[mental-health, hope]", "[self-management, mental-heath]")
    (fault,) = folders.load().faults
    assert (fault.error.field, fault.error.line) == ("indicators[2]", 3)
    expected = ("hope", "mental-health", "self-management")
    problem = ContentProblem(ContentFault.UNKNOWN_REFERENCE, name="mental-heath", expected=expected)
    assert fault.error.problem == problem


def test_a_bad_page_hides_no_other(folders: Folders) -> None:
    for name in ("a-bad-one", "z-fine-one"):
        written(folders.own / name)
    (folders.own / "a-bad-one" / "page.yaml").write_bytes(b"\xff\xfe\x00")
    toolkit = folders.load()
    assert ids(toolkit) == [("good-things", False), ("z-fine-one", True)]
    (fault,) = toolkit.faults
    assert (fault.page, fault.error.problem.kind) == ("a-bad-one", ContentFault.NOT_UTF8)


def test_a_bad_language_leaves_the_page_in_the_others(folders: Folders) -> None:
    edited(folders.shipped / "good-things" / "es.yaml", "title:", "titel:")
    toolkit = folders.load()
    (page,) = toolkit.pages
    assert list(page.words) == ["en"]
    assert page.in_language("es").missing_language == "es"
    assert [fault.error.file for fault in toolkit.faults] == ["es.yaml"]


def test_a_language_that_is_not_there_is_no_fault(folders: Folders) -> None:
    (folders.shipped / "good-things" / "en.yaml").unlink()
    toolkit = folders.load()
    assert list(toolkit.pages[0].words) == ["es"]
    assert toolkit.faults == ()


def test_a_page_without_any_words_is_a_fault(folders: Folders) -> None:
    for language in ("en", "es"):
        (folders.shipped / "good-things" / f"{language}.yaml").unlink()
    toolkit = folders.load()
    assert toolkit.pages == ()
    assert [fault.error.problem.kind for fault in toolkit.faults] == [ContentFault.FILE_MISSING]


def test_hidden_folders_and_loose_files_are_no_pages(folders: Folders) -> None:
    (folders.own / ".Trash").mkdir(parents=True)
    (folders.own / "notes.txt").write_text("not a page", encoding="utf-8")
    assert folders.load().faults == ()


def test_an_empty_folder_is_told(folders: Folders) -> None:
    (folders.own / "empty").mkdir(parents=True)
    (fault,) = folders.load().faults
    assert (fault.page, fault.error.file) == ("empty", "page.yaml")
    assert fault.error.problem.kind is ContentFault.FILE_MISSING


@dataclass(frozen=True)
class Damage:
    """An edit of one file, and the fault it leads to; `line_with` is a text on the line that is named."""

    file: str
    old: str
    new: str
    line_with: str
    field: str
    problem: ContentProblem


F, P = ContentFault, ContentProblem
SLUG = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
DAMAGES = {
    "a folder of another name": Damage(
        "page.yaml", "id: our-page", "id: other", "id: other", "id", P(F.NOT_ALLOWED, expected=("our-page",))
    ),
    "made-up kind": Damage(
        "page.yaml",
        "kind: worksheet",
        "kind: game",
        "kind: game",
        "kind",
        P(F.NOT_ALLOWED, expected=("guide", "worksheet", "plan", "tip")),
    ),
    "made-up setting": Damage(
        "page.yaml",
        "[cell]",
        "[sauna]",
        "[sauna]",
        "settings[1]",
        P(F.NOT_ALLOWED, expected=("cell", "yard", "phone", "practitioner", "home")),
    ),
    "no minutes": Damage("page.yaml", "minutes: 10\n", "", "id: our-page", "", P(F.MISSING_FIELD, "minutes")),
    "nought minutes": Damage(
        "page.yaml", "minutes: 10", "minutes: 0", "minutes: 0", "minutes", P(F.TOO_LOW, limit=1)
    ),
    "a part twice": Damage(
        "page.yaml", "id: sure", "id: things", "kind: scale", "parts[3].id", P(F.REPEATED, "things")
    ),
    "an option twice": Damage(
        "page.yaml", "[walk, rest]", "[walk, walk]", "[walk, walk]", "parts[5].options", P(F.REPEATED)
    ),
    "a list without lines": Damage(
        "page.yaml",
        "kind: list, lines: 3",
        "kind: list",
        "id: things",
        "parts[2]",
        P(F.MISSING_FIELD, "lines"),
    ),
    "a text with lines": Damage(
        "page.yaml",
        "kind: text}",
        "kind: text, lines: 3}",
        "lines: 3}",
        "parts[1].lines",
        P(F.UNKNOWN_FIELD, "lines"),
    ),
    "a scale upside down": Damage(
        "page.yaml", "from: 1, to: 10", "from: 5, to: 5", "to: 5", "parts[3].to", P(F.TOO_LOW, limit=6)
    ),
    "a drawing higher than a sheet": Damage(
        "page.yaml", "height: 70", "height: 700", "height: 700", "parts[6].height", P(F.TOO_HIGH, limit=200)
    ),
    "a part without words": Damage(
        "en.yaml", "  circle:", "  #circle:", "parts:", "parts", P(F.NOT_WORDED, "circle")
    ),
    "words for a part that is not there": Damage(
        "en.yaml",
        "  circle:",
        "  spare: {label: Spare}\n  circle:",
        "spare",
        "parts.spare",
        P(F.UNKNOWN_REFERENCE, "spare", ("opening", "things", "sure", "week", "which", "circle")),
    ),
    "a question without its words": Damage(
        "en.yaml", "label: How sure are you?, ", "", "sure:", "parts.sure", P(F.MISSING_FIELD, "label")
    ),
    "a drawing with columns": Damage(
        "en.yaml",
        "Draw the people around you}",
        "Draw, columns: [Day]}",
        "columns: [Day]}",
        "parts.circle.columns",
        P(F.UNKNOWN_FIELD, "columns"),
    ),
    "a text without text": Damage(
        "en.yaml",
        'text: ["One paragraph."], bullets: ["short"]',
        "",
        "opening",
        "parts.opening",
        P(F.MISSING_FIELD, "text"),
    ),
    "an option without words": Damage(
        "en.yaml",
        "{rest: A rest, walk: A walk}",
        "{rest: A rest, talk: A talk}",
        "talk",
        "parts.which.options.talk",
        P(F.UNKNOWN_REFERENCE, "talk", ("walk", "rest")),
    ),
    "too few names of rows": Damage(
        "en.yaml", "[Monday, Tuesday]", "[Monday]", "[Monday]", "parts.week.rows", P(F.TOO_FEW, limit=2)
    ),
    "another number of columns": Damage(
        "es.yaml",
        "[Day, What I did]",
        "[Day, What, How]",
        "[Day, What, How]",
        "parts.week.columns",
        P(F.TOO_MANY, limit=2),
    ),
    "rows named in one language only": Damage(
        "es.yaml", ", rows: [Monday, Tuesday]", "", "week:", "parts.week", P(F.MISSING_FIELD, "rows")
    ),
    "another language's file": Damage(
        "es.yaml",
        "language: es",
        "language: en",
        "language: en",
        "language",
        P(F.NOT_ALLOWED, expected=("es",)),
    ),
    "reviewed by nobody": Damage(
        "es.yaml", "status: draft", "status: reviewed", "reviewed_by", "reviewed_by", P(F.TOO_SHORT, limit=1)
    ),
    "a blank title": Damage(
        "en.yaml",
        "title: Three good things",
        'title: "  "',
        'title: "  "',
        "title",
        P(F.BAD_FORM, expected=("\\S",)),
    ),
    "indented with a tab": Damage("en.yaml", "  opening:", "\topening:", "\topening:", "", P(F.TAB)),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_each_fault_names_page_file_line_field_and_kind(damage: Damage, folders: Folders) -> None:
    ours = written(folders.own / "our-page")
    edited(ours / damage.file, damage.old, damage.new)
    toolkit = folders.load()
    (fault,) = toolkit.faults
    error = fault.error
    assert (fault.page, error.file, error.field) == ("our-page", damage.file, damage.field)
    assert error.line == line_of(ours / damage.file, damage.line_with)
    assert error.problem == damage.problem
    assert "good-things" in [page.id for page in toolkit.pages]


# -- the schemas -------------------------------------------------------------------------------------


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"toolkit-{name}.schema.json").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("name", ["page", "words"])
def test_a_schema_is_sound(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_the_python_shapes_have_the_fields_of_the_schemas() -> None:
    page, words = schema("page")["properties"], schema("words")["properties"]
    pairs = [
        (pages_written.WrittenPage, page),
        (words_written.WrittenSource, words["source"]["properties"]),
        (words_written.WrittenSource, page["source"]["properties"]),
        (pages_written.WrittenPart, page["parts"]["items"]["properties"]),
        (words_written.WrittenPageWords, words),
        (words_written.WrittenPartWords, words["parts"]["additionalProperties"]["properties"]),
    ]
    for shape, properties in pairs:
        assert set(shape.__annotations__) == set(properties), shape


def test_the_schema_allows_what_the_domain_knows_and_nothing_else() -> None:
    page = schema("page")["properties"]
    assert page["kind"]["enum"] == [each.value for each in PageKind]
    assert set(page["needs"]["items"]["enum"]) == {each.value for each in Need}
    assert page["settings"]["items"]["enum"] == [each.value for each in Setting]
    assert page["company"]["items"]["enum"] == [each.value for each in Company]
    assert page["parts"]["items"]["properties"]["kind"]["enum"] == [each.value for each in PartKind]
