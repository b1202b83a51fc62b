"""Own pages: brought from a folder, a page or a stick; good ones are used at once, bad ones are told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from iroc_desktop.domain.content_errors import ContentFault
from iroc_desktop.domain.store_errors import DiskFailedError
from iroc_desktop.system.content.own_pages import Brought, OwnPages
from tests.system.content.places import SCHEMAS, edited
from tests.system.content.test_toolkit import written


@dataclass(frozen=True)
class Places:
    """The program's folder, the data folder's, and a stick."""

    own: Path
    stick: Path
    pages: OwnPages

    @property
    def ids(self) -> list[str]:
        """Return the ids of all pages."""
        return [page.id for page in self.pages.toolkit().pages]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    written(tmp_path / "shipped" / "good-things")
    (tmp_path / "stick").mkdir()
    pages = OwnPages(tmp_path / "shipped", tmp_path / "data" / "toolkit", SCHEMAS, frozenset())
    return Places(tmp_path / "data" / "toolkit", tmp_path / "stick", pages)


def test_good_pages_of_a_folder_are_there_at_once(places: Places) -> None:
    assert places.ids == ["good-things"]
    for name in ("our-page", "our-other"):
        written(places.stick / name)
    assert places.pages.bring(places.stick) == Brought(added=("our-other", "our-page"))
    assert places.ids == ["good-things", "our-other", "our-page"]
    assert sorted(each.name for each in places.own.iterdir()) == ["our-other", "our-page"]


def test_one_page_or_a_stick_with_a_folder_of_pages_will_do_as_well(places: Places) -> None:
    assert places.pages.bring(written(places.stick / "our-page")).added == ("our-page",)
    written(places.stick / "toolkit" / "our-other")
    (places.stick / "holiday").mkdir()
    assert places.pages.bring(places.stick).added == ("our-other",)


def test_a_bad_page_is_told_with_its_place_and_hides_nothing_else(places: Places) -> None:
    bad = written(places.stick / "bad")
    edited(bad / "page.yaml", "minutes: 10", "minutes: 0")
    written(places.stick / "our-page")
    brought = places.pages.bring(places.stick)
    assert brought.added == ("our-page",)
    (fault,) = brought.faults
    assert (fault.page, fault.error.file, fault.error.line, fault.error.field) == (
        "bad",
        "page.yaml",
        6,
        "minutes",
    )
    assert fault.error.problem.kind is ContentFault.TOO_LOW
    assert not (places.own / "bad").exists()
    assert places.pages.toolkit().faults == ()


def test_a_bad_language_is_left_and_the_other_one_is_brought(places: Places) -> None:
    edited(written(places.stick / "our-page") / "es.yaml", "title: ", "titel: ")
    brought = places.pages.bring(places.stick)
    assert brought.added == ("our-page",)
    assert [fault.error.file for fault in brought.faults] == ["es.yaml"]
    assert list(places.pages.toolkit().pages[-1].words) == ["en"]
    assert not (places.own / "our-page" / "es.yaml").exists()


def test_a_page_of_the_program_is_never_replaced(places: Places) -> None:
    edited(written(places.stick / "good-things") / "en.yaml", "Three good things", "Ours")
    brought = places.pages.bring(places.stick)
    assert (brought.added, brought.renewed) == ((), ())
    assert brought.faults[0].error.problem.kind is ContentFault.REPEATED
    assert places.pages.toolkit().pages[0].words["en"].title == "Three good things"


def test_an_own_page_that_is_brought_again_says_what_is_new(places: Places) -> None:
    ours = written(places.stick / "our-page")
    places.pages.bring(places.stick)
    edited(ours / "en.yaml", "title: Three good things", "title: Four good things")
    assert places.pages.bring(places.stick) == Brought(renewed=("our-page",))
    assert places.pages.toolkit().pages[-1].words["en"].title == "Four good things"


def test_a_page_is_taken_out_and_put_back(places: Places) -> None:
    written(places.stick / "our-page")
    places.pages.bring(places.stick)
    places.pages.take_out("our-page")
    assert places.ids == ["good-things"]
    places.pages.put_back("our-page")
    assert places.ids == ["good-things", "our-page"]


def test_what_is_no_page_is_left_alone(places: Places) -> None:
    (places.stick / "notes.txt").write_text("mine", encoding="utf-8")
    (places.stick / "photos").mkdir()
    (places.stick / ".hidden").mkdir()
    assert places.pages.bring(places.stick) == Brought()


def test_a_stick_that_was_pulled_out_is_told_and_leaves_nothing_behind(places: Places) -> None:
    with pytest.raises(DiskFailedError):
        places.pages.bring(places.stick / "gone")
    assert places.ids == ["good-things"]
    assert list(places.own.iterdir()) == []


def test_a_page_whose_name_leads_elsewhere_is_refused(places: Places) -> None:
    ours = written(places.stick / "our-page")
    edited(ours / "page.yaml", "id: our-page", "id: ../elsewhere")
    brought = places.pages.bring(places.stick)
    assert brought.added == ()
    assert [fault.error.field for fault in brought.faults] == ["id"]
