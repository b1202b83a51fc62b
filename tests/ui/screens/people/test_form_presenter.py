"""The form: only a name is needed, duplicates are hinted at, and nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from iroc_desktop.domain.people import Person, Reading
from iroc_desktop.domain.store_errors import DiskFullError, RecordMissingError
from iroc_desktop.services.desk import Desk
from iroc_desktop.services.ports import Stamp
from iroc_desktop.ui.screens.people.form_presenter import Form, PersonFormPresenter, State, form_of
from tests.fakes.builders import pack, person
from tests.fakes.desk import ImmediateRunner, desk_in_memory
from tests.fakes.memory_store import MemoryStore, MemoryUnit
from tests.ui.screens.stage import Exits, WaitingRunner


class _FullStore(MemoryStore):
    """Refuses work while the disk is full."""

    full = False

    def begin(self, stamp: Stamp) -> MemoryUnit:
        if self.full:
            raise DiskFullError
        return super().begin(stamp)


class _Scene:
    def __init__(
        self,
        runner: ImmediateRunner | WaitingRunner | None = None,
        *,
        known: Person | None = None,
        person_id: str = "new",
        name: str = "",
        store: MemoryStore | None = None,
    ) -> None:
        self.desk: Desk = desk_in_memory(pack(), store)
        if known is not None:
            self.desk.people.save(known)
        self.exits = Exits()
        self.shown: list[State] = []
        self.presenter = PersonFormPresenter(
            self.desk.people,
            runner or ImmediateRunner(),
            self.exits,
            person_id=person_id,
            is_new=person_id == "new",
            language="es",
            name=name,
        )
        self.presenter.attach(self.shown.append)

    @property
    def state(self) -> State:
        return self.shown[-1]

    def type(self, **changed: object) -> None:
        self.presenter.edit(replace(self.state.form, **changed))  # type: ignore[arg-type]  # names of Form's fields

    def kept(self, person_id: str = "new") -> Person:
        return self.desk.people.overview(person_id).person

    def saved_people(self) -> int:
        return len(self.desk.people.find(""))


def test_a_name_is_enough_and_saving_stays_here() -> None:
    scene = _Scene()
    scene.type(preferred_name="  Ana M. ")
    scene.presenter.save()
    assert scene.kept() == Person(id="new", preferred_name="Ana M.", language="es")
    assert (scene.state.saved, scene.state.is_new, scene.exits.taken) == (True, False, [])


def test_everything_typed_is_kept() -> None:
    scene = _Scene()
    form = Form(
        preferred_name="Ana",
        shown_as="A.",
        site="module 4",
        language="en",
        speaks="Romanian",
        reading=Reading.A_LITTLE,
        access_needs="large print",
    )
    scene.presenter.edit(form)
    scene.presenter.save()
    assert form_of(scene.kept()) == form


def test_a_consent_from_before_is_left_as_it_was() -> None:
    scene = _Scene(known=Person("person-1", "Ana", consent_on=date(2026, 1, 2)), person_id="person-1")
    scene.type(site="module 4")
    scene.presenter.save()
    assert (scene.kept("person-1").site, scene.kept("person-1").consent_on) == ("module 4", date(2026, 1, 2))


@pytest.mark.parametrize("name", ["", "   "])
def test_without_a_name_nothing_is_saved_and_the_name_is_marked(name: str) -> None:
    scene = _Scene()
    scene.type(preferred_name=name, site="module 4")
    scene.presenter.save()
    assert scene.state.name_missing
    assert scene.saved_people() == 0
    scene.type(preferred_name="Ana")
    assert not scene.state.name_missing


def test_somebody_of_nearly_the_same_name_is_hinted_at_and_can_be_opened_instead() -> None:
    scene = _Scene(known=replace(person("person-1", "José Luis"), site="module 7"))
    scene.type(preferred_name="jose luis")
    (candidate,) = scene.state.candidates
    assert (candidate.person_id, candidate.site) == ("person-1", "module 7")
    scene.presenter.open_instead("person-1")
    scene.presenter.leave()
    assert scene.exits.taken == [("open_person", "person-1")]
    assert scene.saved_people() == 1


def test_the_hint_never_stops_saving() -> None:
    scene = _Scene(known=person("person-1", "Ana M."))
    scene.type(preferred_name="Ana M.")
    scene.presenter.save()
    assert scene.saved_people() == 2


def test_a_hint_that_comes_late_is_ignored() -> None:
    runner = WaitingRunner()
    scene = _Scene(runner, known=person("person-1", "Ana M."))
    scene.type(preferred_name="Ana M.")
    scene.type(preferred_name="Bilal")
    runner.run(1)
    runner.run(0)
    assert scene.state.candidates == ()


def test_a_name_taken_along_is_compared_at_once() -> None:
    scene = _Scene(known=person("person-1", "Ana M."), name="Ana M")
    assert scene.state.candidates


def test_a_person_who_exists_is_read_and_edited() -> None:
    known = replace(person("person-1", "Ana"), site="module 4", practice=True)
    scene = _Scene(known=known, person_id="person-1")
    assert scene.state.ready
    assert scene.state.form.site == "module 4"
    scene.type(site="module 7")
    scene.presenter.save()
    assert scene.kept("person-1") == replace(known, site="module 7")


def test_a_person_who_is_gone_is_told_of_and_cannot_be_saved() -> None:
    scene = _Scene(person_id="gone")
    assert isinstance(scene.state.error, RecordMissingError)
    scene.presenter.save()
    scene.presenter.leave()
    assert scene.saved_people() == 0


def test_a_full_disk_is_told_and_saving_again_works() -> None:
    store = _FullStore()
    scene = _Scene(store=store)
    scene.type(preferred_name="Ana")
    store.full = True
    scene.presenter.save()
    assert [type(scene.state.error), scene.state.saved] == [DiskFullError, False]
    store.full = False
    scene.presenter.save()
    assert [scene.state.error, scene.state.saved] == [None, True]


def test_leaving_keeps_what_was_typed_once_there_is_a_name() -> None:
    scene = _Scene()
    scene.type(site="module 4")
    scene.presenter.leave()
    assert scene.saved_people() == 0
    scene.type(preferred_name="Ana")
    scene.presenter.leave()
    assert scene.kept().site == "module 4"


def test_leaving_while_a_save_is_under_way_keeps_the_last_key_too() -> None:
    runner = WaitingRunner()
    scene = _Scene(runner)
    scene.type(preferred_name="Ana")
    scene.presenter.save()
    scene.type(preferred_name="Ana M.")
    scene.presenter.leave()
    runner.run_all()
    assert scene.kept().preferred_name == "Ana M."


def test_cancelling_keeps_nothing_that_was_not_saved() -> None:
    scene = _Scene()
    scene.type(preferred_name="Ana")
    scene.presenter.cancel()
    scene.presenter.leave()
    assert scene.exits.taken == [("close_form",)]
    assert scene.saved_people() == 0


def test_an_edit_after_saving_is_not_called_saved() -> None:
    scene = _Scene()
    scene.type(preferred_name="Ana")
    scene.presenter.save()
    scene.type(site="module 4")
    assert not scene.state.saved
    scene.presenter.open_page()
    assert scene.exits.taken == [("open_person", "new")]


def test_the_state_prints_nothing_personal() -> None:
    scene = _Scene(known=replace(person("person-1", "Xochitl"), site="module 4"))
    scene.type(preferred_name="Xochitl", access_needs="quiet room", speaks="Nahuatl")
    assert scene.state.candidates
    for secret in ("Xochitl", "module 4", "quiet", "Nahuatl"):
        assert secret not in repr(scene.state)
