"""Erasures: two steps in their order, one name at a time, and the disk is seen to behind the window."""

from __future__ import annotations

from datetime import date

import pytest

from iroc_desktop.domain.conversation import ReasonMissingError
from iroc_desktop.domain.people import Practitioner, Role
from iroc_desktop.domain.roles import LeadsOnlyError
from iroc_desktop.domain.store_errors import BackupDamagedError, DiskFullError
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.copies import CopyKind, OldCopy
from iroc_desktop.ui.screens.erasing.presenter import Busy, ErasingPresenter, State, Told
from tests.ui.screens.erasing.scene import ANA, Scene, opened


def test_the_first_step_is_asked_for_one_person_and_needs_a_reason() -> None:
    scene = Scene()
    scene.presenter.open(ANA)
    assert scene.state.asked == ANA
    scene.presenter.block("  ")
    assert isinstance(scene.state.problem, ReasonMissingError)
    scene.presenter.block("asked on a visit")
    after = scene.presenter.state
    assert after.told is Told.BLOCKED
    assert (after.asked, after.problem) == (None, None)
    assert [each.person_id for each in scene.blocked] == [ANA.person_id]


def test_thinking_better_of_it_leads_back_to_the_person() -> None:
    scene = Scene()
    scene.presenter.open(ANA)
    scene.presenter.leave_as_it_is()
    assert scene.exits.taken == [("open_person", ANA.person_id)]
    assert scene.blocked == []


def test_a_name_is_only_read_when_it_is_asked_for() -> None:
    scene = opened()
    assert scene.state.named is None
    assert "Ana" not in repr(scene.state)
    scene.presenter.show_name(ANA.person_id)
    assert scene.state.named is not None
    assert scene.state.named.name == ANA.name
    scene.presenter.hide_name()
    assert scene.state.named is None


def test_lifting_brings_the_person_back() -> None:
    scene = opened()
    scene.presenter.show_name(ANA.person_id)
    scene.presenter.lift()
    assert (scene.state.told, scene.blocked) == (Told.LIFTED, [])
    assert len(scene.desk.people.find("")) == 1


def test_nothing_is_destroyed_without_asking_first_and_typing_the_name() -> None:
    scene = opened()
    scene.presenter.show_name(ANA.person_id)
    scene.presenter.destroy(ANA.name)
    assert len(scene.blocked) == 1
    scene.presenter.ask_to_destroy()
    assert not scene.presenter.confirms("Somebody")
    scene.presenter.destroy("Somebody")
    assert len(scene.blocked) == 1
    assert scene.state.busy is Busy.NOTHING
    scene.presenter.keep()
    assert not scene.state.confirming


def test_destroying_sees_to_the_file_and_then_to_one_backup_after_the_other() -> None:
    scene = opened()
    scene.store.copies.waiting = ["one", "two", "three"]
    busy: list[tuple[Busy, int]] = []

    def show(state: State) -> None:
        left = len(state.standing.behind) if state.standing else 0
        if not busy or busy[-1] != (state.busy, left):
            busy.append((state.busy, left))

    scene.presenter.attach(show)
    scene.destroy()
    assert busy == [
        (Busy.NOTHING, 0),
        (Busy.DESTROYING, 0),
        (Busy.SWEEPING, 0),
        (Busy.BACKUPS, 3),
        (Busy.BACKUPS, 2),
        (Busy.BACKUPS, 1),
        (Busy.BACKUPS, 0),
        (Busy.NOTHING, 0),
    ]
    assert (scene.state.told, scene.state.of, scene.store.copies.swept) == (Told.DESTROYED, 3, 1)
    assert [each.code for each in scene.standing.gone] == ["a1b2c3"]


def test_a_file_that_could_not_be_written_anew_does_not_stop_the_backups() -> None:
    scene = opened()
    scene.store.copies.waiting = ["one"]
    scene.store.copies.trouble = DiskFullError()
    scene.destroy()
    assert isinstance(scene.state.problem, DiskFullError)
    assert scene.state.busy is Busy.NOTHING
    assert scene.standing.behind == ()


def test_a_full_disk_leaves_the_rest_for_later_and_says_so() -> None:
    scene = opened()
    scene.store.copies.waiting = ["one", "two"]
    scene.store.copies.stubborn = {"one": DiskFullError()}
    scene.destroy()
    assert isinstance(scene.state.problem, DiskFullError)
    assert scene.standing.behind == ("one", "two")
    scene.store.copies.stubborn.clear()
    scene.presenter.go_on()
    after = scene.presenter.state
    assert after.standing is not None
    assert list(after.standing.behind) == []
    assert after.busy is Busy.NOTHING


def test_a_damaged_backup_is_deleted_only_when_asked_twice() -> None:
    scene = opened()
    scene.store.copies.waiting = ["bad"]
    scene.store.copies.stubborn = {"bad": BackupDamagedError()}
    scene.destroy()
    assert list(scene.standing.stuck) == ["bad"]
    scene.presenter.delete()
    assert scene.standing.behind == ("bad",)
    scene.presenter.ask_to_delete("bad")
    scene.presenter.delete()
    after = scene.presenter.state
    assert after.standing is not None
    assert list(after.standing.behind) == []
    assert after.told is Told.COPY_GONE


def test_an_old_copy_is_deleted_only_when_asked_twice() -> None:
    scene = Scene()
    scene.store.copies.beside = [OldCopy("set-aside-1", CopyKind.SET_ASIDE, date(2026, 11, 20))]
    scene.presenter.open()
    scene.presenter.ask_to_delete("set-aside-1")
    scene.presenter.keep()
    scene.presenter.delete()
    assert len(scene.standing.old_copies) == 1
    scene.presenter.ask_to_delete("set-aside-1")
    scene.presenter.delete()
    assert scene.standing.old_copies == ()


def test_everything_held_can_be_handed_over_before_it_is_gone() -> None:
    scene = opened()
    scene.presenter.everything_held()
    assert scene.exits.taken == []
    scene.presenter.show_name(ANA.person_id)
    scene.presenter.everything_held()
    assert scene.exits.taken == [("everything_held", ANA.person_id)]


def test_whoever_is_no_team_lead_sees_nothing_of_it() -> None:
    scene = opened()
    scene.desk.settling_in.introduce(Practitioner("practitioner-1", "Marta", Role.PRACTITIONER))
    scene.desk.settling_in.introduce(Practitioner("lead", "Luc", Role.TEAM_LEAD))
    presenter = ErasingPresenter(scene.desk.erasing, scene.runner, scene.exits)
    presenter.open(ANA)
    assert presenter.state.standing is None
    assert isinstance(presenter.state.problem, LeadsOnlyError)


@pytest.mark.parametrize("changes", [Changes(bin=True), Changes(backups=True)])
def test_what_somebody_else_changed_is_read_again(changes: Changes) -> None:
    scene = Scene()
    scene.presenter.open()
    scene.desk.erasing.block(ANA.person_id, "asked")
    assert scene.blocked == []
    scene.presenter.on_changes(changes, None)
    assert len(scene.blocked) == 1
