"""The catalogue tool finds every planted fault, and is silent when nothing is wrong.

It must not look at the program's own catalogues, except in the one test that says so.
"""

from __future__ import annotations

import gettext
from pathlib import Path

import catalogues
import pytest

CODE = """
def greet(phrases: Phrases) -> None:
    phrases.text("Hello {name}, good to see you.", name="A")
    phrases.plural("{count} step", "{count} steps", 3)
    phrases.about("button", "Open")
    self._phrases.text(
        "A sentence on two "
        "lines."
    )
    line_edit.text()
"""

SPANISH = {
    "Hello {name}, good to see you.": "Hola, {name}. Qué alegría verte.",
    "Open": "Abrir",
    "A sentence on two lines.": "Una frase en dos líneas.",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a small project, complete in Spanish."""
    for folder in ("ui", "reports", "store"):
        (tmp_path / "iroc_desktop" / folder).mkdir(parents=True)
    (tmp_path / "iroc_desktop/ui/screen.py").write_text(CODE)
    (tmp_path / "iroc_desktop/reports/summary.py").write_text('phrases.text("Page {page} of {pages}")\n')
    (tmp_path / "iroc_desktop/store/rows.py").write_text('text("SELECT 1")\n')
    catalogues.update(tmp_path, ["es"])
    for english, spanish in SPANISH.items():
        replace(tmp_path, "ui", f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{spanish}"')
    replace(tmp_path, "ui", 'msgstr[0] ""', 'msgstr[0] "Un paso"')
    replace(tmp_path, "ui", 'msgstr[1] ""', 'msgstr[1] "{count} pasos"')
    replace(tmp_path, "report", 'of {pages}"\nmsgstr ""', 'of {pages}"\nmsgstr "Página {page} de {pages}"')
    return tmp_path


def replace(project: Path, name: str, old: str, new: str) -> None:
    """Edit one Spanish catalogue, which has to hold `old`."""
    file = project / "translations/es/LC_MESSAGES" / f"{name}.po"
    text = file.read_text("utf-8")
    assert old in text, text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_complete_catalogue_has_no_fault(project: Path) -> None:
    assert catalogues.check(project) == []
    assert catalogues.main(["--root", str(project), "check"]) == 0


def test_sentences_are_found_in_method_calls_and_the_store_has_none(project: Path) -> None:
    said = {message.id for name in catalogues.SOURCES for message in catalogues.extract(project, name)}
    assert said == {
        "",
        *SPANISH,
        ("{count} step", "{count} steps"),
        "Page {page} of {pages}",
    }


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("ui", "Hola, {name}.", "Hola, {nombre}.", "other placeholders"),
        ("ui", "{count} pasos", "pasos", "other placeholders"),
        ("ui", "Hola, {name}.", "Hola, {name.", "other placeholders"),
        ("report", "Página {page} de {pages}", "Página {page}", "other placeholders"),
        ("ui", 'msgstr "Abrir"', 'msgstr ""', "no translation of 'Open'"),
        ("ui", 'msgstr[1] "{count} pasos"', 'msgstr[1] ""', "no translation of '{count} step'"),
        ("ui", 'msgctxt "button"', '#, fuzzy\nmsgctxt "button"', "unsure (fuzzy) about 'Open'"),
        ("ui", 'msgctxt "button"', 'msgctxt "menu"', "behind the code, which says 'Open'"),
        ("ui", 'msgid "Open"', 'msgid "Close"', "nobody says 'Close' any more"),
        ("ui", "X-Status: draft", "X-Status: nearly", "X-Status is 'nearly'"),
        ("ui", "X-Status: draft", "X-Status: reviewed", "does not say by whom"),
    ],
)
def test_a_planted_fault_is_named(project: Path, name: str, old: str, new: str, fault: str) -> None:
    replace(project, name, old, new)
    faults = catalogues.check(project)
    assert any(fault in line and f"{name}.po" in line for line in faults), faults
    assert catalogues.main(["--root", str(project), "check"]) == 1


def test_a_new_sentence_in_the_code_fails_until_the_catalogue_has_it(project: Path) -> None:
    (project / "iroc_desktop/ui/more.py").write_text('phrases.text("Brand new.")\n')
    assert [line for line in catalogues.check(project) if "behind the code" in line]
    catalogues.update(project)
    assert [line.split(": ", 1)[1] for line in catalogues.check(project)] == [
        "no translation of 'Brand new.'"
    ]


def test_a_sentence_of_both_catalogues_is_translated_once(project: Path) -> None:
    (project / "iroc_desktop/charts").mkdir()
    (project / "iroc_desktop/charts/words.py").write_text('phrases.about("button", "Open")\n')
    catalogues.update(project)
    assert catalogues.check(project) == []


def test_a_missing_catalogue_of_a_complete_language_is_a_fault(project: Path) -> None:
    (project / "translations/es/LC_MESSAGES/report.po").unlink()
    assert any("report.po: missing" in line for line in catalogues.check(project))


def test_a_language_in_the_making_may_have_gaps_but_no_broken_placeholder(project: Path) -> None:
    catalogues.update(project, ["fr"])
    assert catalogues.check(project) == []
    file = project / "translations/fr/LC_MESSAGES/report.po"
    file.write_text(file.read_text("utf-8").replace('pages}"\nmsgstr ""', 'pages}"\nmsgstr "{pge}"'), "utf-8")
    assert any("fr" in line and "other placeholders" in line for line in catalogues.check(project))


def test_a_sentence_that_cannot_be_filled_is_refused(project: Path) -> None:
    (project / "iroc_desktop/ui/more.py").write_text(
        'phrases.text("Lone { brace")\nphrases.text("{0} left")\n'
    )
    faults = catalogues.check(project)
    assert any("cannot be filled" in line for line in faults)
    assert any("not plain names" in line for line in faults)


@pytest.mark.parametrize(
    "code",
    [
        "phrases.text(sentence)",
        "self._look.phrases.plural(one, many, 3)",
        "tell = phrases.text",
        "list(map(phrases.text, sentences))",
    ],
)
def test_a_sentence_that_extraction_cannot_hear_is_refused(project: Path, code: str) -> None:
    (project / "iroc_desktop/ui/more.py").write_text(code)
    assert any("more.py: line 1" in line for line in catalogues.check(project))


def test_a_method_may_be_shortened_to_a_name_that_extraction_knows(project: Path) -> None:
    (project / "iroc_desktop/ui/more.py").write_text("say, text = phrases.text, phrases.text\nsay('Hi')\n")
    assert "Hi" in catalogues.extract(project, "ui")
    assert not [line for line in catalogues.check(project) if "more.py" in line]


def test_updating_twice_changes_nothing(project: Path) -> None:
    replace(project, "ui", "X-Status: draft", "X-Status: reviewed")
    replace(project, "ui", "X-Reviewed-By: ", "X-Reviewed-By: somebody")
    before = [file.read_bytes() for file in catalogues.update(project)]
    assert [file.read_bytes() for file in catalogues.update(project)] == before
    assert b"X-Reviewed-By: somebody" in before[0]
    assert catalogues.check(project) == []


def test_compiled_catalogues_answer_the_program(project: Path) -> None:
    assert len(catalogues.compile_all(project)) == 2
    spanish = gettext.translation("ui", project / "translations", ["es"])
    assert spanish.pgettext("button", "Open") == "Abrir"
    assert spanish.ngettext("{count} step", "{count} steps", 2) == "{count} pasos"
    assert spanish.gettext("Hello {name}, good to see you.") == SPANISH["Hello {name}, good to see you."]


def test_the_pseudo_language_answers_every_sentence(project: Path) -> None:
    catalogues.pseudo(project)
    stretched = gettext.translation("ui", project / "translations", ["en_XA"])
    assert "{name}" in stretched.gettext("Hello {name}, good to see you.")
    assert len(stretched.pgettext("button", "Open")) >= 8
    assert "{count}" in stretched.ngettext("{count} step", "{count} steps", 2)
