"""The properties of every kind of print: neutral, the same each time, and nothing about anybody."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import iter_modules

import pytest
from pypdf import PdfReader

import iroc_desktop.reports
from iroc_desktop.charts.palette import palette_from_tokens
from iroc_desktop.domain.summary import Paper
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.reports.layout import PrintedDocument
from iroc_desktop.reports.writer import PdfWriter
from tests.fakes.toolkit import words
from tests.reports import test_everything_held, test_plan, test_staying_well, test_toolkit_page
from tests.reports.builders import third_conversation
from tests.reports.test_recovery_sheet import GROUPS

SENTINEL = "Zebedee Quill"
ROOT = Path(__file__).parents[2]
TRANSLATIONS = ROOT / "translations"

Print = Callable[[PdfWriter, str], bytes]

PRINTS: dict[str, tuple[str, Print]] = {
    "SummaryDocument": (
        "Summary",
        lambda writer, language: writer.summary(
            third_conversation(
                shown_name=SENTINEL, practitioner=SENTINEL, organisation=SENTINEL, language=language
            )
        ),
    ),
    "PlanDocument": (
        "Plan",
        lambda writer, language: writer.plan(
            replace(
                test_plan.sheet(test_plan.plan(), language),
                shown_name=SENTINEL,
                practitioner=SENTINEL,
            )
        ),
    ),
    "StayingWellDocument": (
        "Plan",
        lambda writer, language: writer.staying_well(
            replace(test_staying_well.sheet(), shown_name=SENTINEL, language=language)
        ),
    ),
    "ToolkitPageDocument": (
        "Toolkit page",
        lambda writer, language: writer.toolkit_page(
            test_toolkit_page.sheet(words=words(language=language), shown_name=SENTINEL)
        ),
    ),
    "EverythingHeldDocument": (
        "Record of everything held",
        lambda writer, language: writer.everything_held(
            test_everything_held.holdings(name=SENTINEL, organisation=SENTINEL, language=language)
        ),
    ),
    "RecoverySheet": ("Sheet", lambda writer, language: writer.recovery_sheet(GROUPS, language, Paper.A4)),
}


@pytest.fixture(scope="module")
def speaking() -> PdfWriter:
    """Return a writer that knows every language of the program."""
    tokens = json.loads((ROOT / "resources" / "theme" / "tokens.json").read_text("utf-8"))
    return PdfWriter(ROOT / "resources" / "fonts", TRANSLATIONS, palette_from_tokens(tokens, "light"))


def test_every_kind_of_print_is_looked_at() -> None:
    for module in iter_modules(iroc_desktop.reports.__path__):
        import_module(f"iroc_desktop.reports.{module.name}")
    assert {kind.__name__ for kind in PrintedDocument.__subclasses__()} == set(PRINTS)


@pytest.mark.parametrize("kind", PRINTS)
def test_its_properties_are_all_set_and_name_nobody(writer: PdfWriter, kind: str) -> None:
    title, make = PRINTS[kind]
    pdf = make(writer, "en")
    reader = PdfReader(BytesIO(pdf))
    told = {key: str(value) for key, value in (reader.metadata or {}).items()}
    assert told.pop("/Title") == title
    assert (told.pop("/Creator"), told.pop("/Producer")) == ("I.ROC Desktop", "I.ROC Desktop")
    assert (told.pop("/CreationDate")[:10], told.pop("/ModDate")[:10]) == ("D:20000101", "D:20000101")
    assert set(told.values()) <= {"", "/False"}, told
    assert reader.xmp_metadata is None
    assert SENTINEL.encode() not in pdf
    assert "anonymous" not in str(reader.metadata)
    assert not reader.attachments


@pytest.mark.parametrize("kind", PRINTS)
def test_it_is_the_same_twice(writer: PdfWriter, kind: str) -> None:
    _, make = PRINTS[kind]
    assert make(writer, "en") == make(writer, "en")


@pytest.mark.parametrize("kind", PRINTS)
def test_its_title_is_in_its_own_language(speaking: PdfWriter, kind: str) -> None:
    title, make = PRINTS[kind]
    spanish = Phrases.load(TRANSLATIONS, "report", "es").text(title)
    told = PdfReader(BytesIO(make(speaking, "es"))).metadata
    assert told is not None
    assert told.title == spanish
    assert SENTINEL not in spanish
