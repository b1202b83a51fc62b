"""What the bin's screen knows and does, without Qt."""

from __future__ import annotations

from iroc_desktop.domain.bin import PersonInBinError, Thing
from iroc_desktop.domain.people import Practitioner, Role
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.bin.presenter import BinPresenter
from tests.ui.screens.bin.scene import ANA, Scene


def listed(presenter: BinPresenter) -> list[tuple[str, list[Thing]]]:
    return [(group.name, [each.thing for each in group.heads]) for group in presenter.state.groups]


def test_things_are_listed_by_person_in_the_order_of_names() -> None:
    scene = Scene()
    presenter = scene.put_away(scene.plan, scene.paper).opened()
    assert listed(presenter) == [("Ana M.", [scene.paper]), ("Björn K.", [scene.plan])]
    assert not presenter.state.empty


def test_a_bin_without_anything_says_so() -> None:
    presenter = Scene().opened()
    assert (presenter.state.ready, presenter.state.empty) == (True, True)


def test_a_thing_taken_out_is_gone_from_the_list_and_can_be_gone_to() -> None:
    scene = Scene()
    presenter = scene.put_away(scene.conversation, scene.plan).opened()
    presenter.take_out(scene.conversation)
    assert listed(presenter) == [("Björn K.", [scene.plan])]
    assert presenter.state.out == scene.conversation
    presenter.go_there()
    assert scene.exits.taken == [("show_thing", scene.conversation)]


def test_of_a_person_in_the_bin_only_the_person_comes_out() -> None:
    scene = Scene()
    presenter = scene.put_away(scene.conversation, ANA).opened()
    assert listed(presenter) == [("Ana M.", [ANA])]
    presenter.take_out(scene.conversation)
    assert isinstance(presenter.state.problem, PersonInBinError)
    presenter.take_out(ANA)
    assert listed(presenter) == [("Ana M.", [scene.conversation])]
    assert presenter.state.problem is None


def test_typing_finds_people_and_worksheets_without_accents() -> None:
    scene = Scene()
    presenter = scene.put_away(scene.plan, scene.paper, scene.conversation).opened()
    presenter.type("bjor")
    assert listed(presenter) == [("Björn K.", [scene.plan])]
    presenter.type(scene.worksheet.title[:4].upper())
    assert listed(presenter) == [("Ana M.", [scene.paper])]
    presenter.type("zzz")
    assert listed(presenter) == []
    assert not presenter.state.empty
    presenter.type("")
    assert len(presenter.state.groups) == 2


def test_what_was_put_away_elsewhere_appears() -> None:
    scene = Scene()
    presenter = scene.opened()
    scene.put_away(scene.plan)
    presenter.on_changes(Changes(bin=True), None)
    assert listed(presenter) == [("Björn K.", [scene.plan])]


def test_nothing_is_destroyed_before_its_time_or_without_the_name_typed() -> None:
    scene = Scene()
    presenter = scene.put_away(ANA).opened(destroying=True)
    presenter.ask_to_destroy(ANA)
    assert presenter.state.asked is None
    scene.two_years_later()
    presenter.open()
    presenter.ask_to_destroy(ANA)
    for typed in ("", "Ana", "Ana N."):
        presenter.destroy(typed)
    assert scene.destroyed == []
    presenter.destroy("ana m.")
    assert scene.destroyed == [ANA]
    assert presenter.state.asked is None
    assert scene.exits.taken == [("destroyed",)]


def test_leaving_it_in_the_bin_forgets_the_question() -> None:
    scene = Scene()
    scene.put_away(ANA).two_years_later()
    presenter = scene.opened(destroying=True)
    presenter.ask_to_destroy(ANA)
    presenter.keep()
    presenter.destroy("Ana M.")
    assert scene.destroyed == []


def test_only_a_team_lead_may_destroy() -> None:
    scene = Scene()
    scene.put_away(ANA).two_years_later()
    scene.desk.settling_in.introduce(Practitioner("practitioner-2", "Jon", Role.TEAM_LEAD))
    presenter = scene.opened(destroying=True)
    assert not presenter.state.may_destroy
    presenter.ask_to_destroy(ANA)
    assert presenter.state.asked is None
    assert presenter.state.lain == {ANA}
