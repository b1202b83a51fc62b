"""Finding people: the newest answer counts, and Enter never opens somebody from an older list."""

from __future__ import annotations

from iroc_desktop.services.changes import Changes, person_changed
from iroc_desktop.ui.screens.people.presenter import PeoplePresenter, State
from tests.fakes.builders import pack, person
from tests.fakes.desk import ImmediateRunner, desk_in_memory
from tests.ui.screens.stage import Exits, WaitingRunner

NAMES = ("Ana M.", "Bilal", "José Luis")


class _Scene:
    def __init__(self, runner: ImmediateRunner | WaitingRunner | None = None, *names: str) -> None:
        self.desk = desk_in_memory(pack())
        for number, name in enumerate(names):
            self.desk.people.save(person(f"person-{number}", name))
        self.exits = Exits()
        self.shown: list[State] = []
        self.presenter = PeoplePresenter(self.desk.people, runner or ImmediateRunner(), self.exits)
        self.presenter.attach(self.shown.append)

    @property
    def state(self) -> State:
        return self.shown[-1]

    @property
    def names(self) -> list[str]:
        return [line.person.preferred_name for line in self.state.lines]


def test_everybody_is_there_before_anything_is_typed() -> None:
    assert _Scene(None, *NAMES).names == list(NAMES)


def test_typing_finds_words_that_begin_so() -> None:
    scene = _Scene(None, *NAMES)
    scene.presenter.type("lui")
    assert scene.names == ["José Luis"]
    assert not scene.state.nobody_yet


def test_nobody_yet_is_not_the_same_as_nobody_found() -> None:
    empty = _Scene()
    assert (empty.state.nobody_yet, empty.state.not_found) == (True, False)
    full = _Scene(None, *NAMES)
    full.presenter.type("zz")
    assert (full.state.nobody_yet, full.state.not_found) == (False, True)


def test_nothing_is_claimed_before_the_first_answer() -> None:
    scene = _Scene(WaitingRunner())
    assert not scene.state.nobody_yet
    assert not scene.state.not_found


def test_an_answer_that_comes_late_is_ignored() -> None:
    runner = WaitingRunner()
    scene = _Scene(runner, *NAMES)
    scene.presenter.type("a")
    scene.presenter.type("b")
    runner.run(2)
    assert scene.names == ["Bilal"]
    runner.run_all()
    assert scene.names == ["Bilal"]


def test_enter_waits_for_the_answer_to_what_is_typed() -> None:
    runner = WaitingRunner()
    scene = _Scene(runner, *NAMES)
    runner.run_all()
    scene.presenter.type("bil")
    scene.presenter.enter("person-0")
    assert scene.exits.taken == []
    runner.run_all()
    scene.presenter.enter("person-1")
    assert scene.exits.taken == [("open_person", "person-1")]


def test_enter_on_an_empty_list_does_nothing() -> None:
    scene = _Scene()
    scene.presenter.enter("")
    assert scene.exits.taken == []


def test_a_name_that_nobody_has_is_taken_along_to_the_form() -> None:
    scene = _Scene(None, *NAMES)
    scene.presenter.add()
    scene.presenter.type("Zoe ")
    scene.presenter.add()
    assert scene.exits.taken == [("add_person", ""), ("add_person", "Zoe")]


def test_the_list_follows_changes_and_keeps_what_is_typed() -> None:
    scene = _Scene(None, *NAMES)
    scene.presenter.type("a")
    scene.desk.people.save(person("person-9", "Amal"))
    scene.presenter.on_changes(person_changed("person-9"), None)
    assert scene.names == ["Amal", "Ana M."]
    before = len(scene.shown)
    scene.presenter.on_changes(Changes(organisation=True), None)
    assert len(scene.shown) == before


def test_the_state_prints_no_name() -> None:
    scene = _Scene(None, *NAMES)
    scene.presenter.type("ana")
    assert scene.names
    assert "ana" not in repr(scene.state).lower()
