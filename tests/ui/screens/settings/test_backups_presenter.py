"""Backups are listed, counted when asked, copied, and brought back only after the preview was understood."""

from __future__ import annotations

from pathlib import Path

from iroc_desktop.domain.backups import Backup
from iroc_desktop.domain.copy_errors import CopyNotThereError
from iroc_desktop.domain.store_errors import BackupDamagedError, DiskFullError, PlaceReadOnlyError
from iroc_desktop.services.ports import Runner
from iroc_desktop.ui.screens.settings.backups_presenter import AT_FIRST, BackupsPresenter, State, Task
from tests.fakes.builders import pack, person
from tests.fakes.desk import ImmediateRunner, desk_in_memory
from tests.fakes.memory_store import MemoryStore
from tests.ui.screens.stage import Exits, WaitingRunner

STICK = Path("/media/KINGSTON")


class _Scene:
    def __init__(self, runner: Runner | None = None, *, taken: int = 1) -> None:
        self.store = MemoryStore()
        self.desk = desk_in_memory(pack(), self.store)
        assert self.desk.backups is not None
        for number in range(taken):
            self.desk.people.save(person(f"person-{number}"))
            self.desk.backups.take_if_due()
        self.exits = Exits()
        self.shown: list[State] = []
        self.presenter = BackupsPresenter(
            self.desk.backups, lambda: (STICK,), runner or ImmediateRunner(), self.exits
        )
        self.presenter.attach(self.shown.append)

    @property
    def state(self) -> State:
        return self.shown[-1]

    @property
    def newest(self) -> Backup:
        assert self.state.backups
        return self.state.backups[0]


def test_the_newest_few_are_listed_and_the_older_ones_when_asked() -> None:
    scene = _Scene(taken=AT_FIRST + 2)
    assert (len(scene.state.listed), scene.state.hidden) == (AT_FIRST, 2)
    scene.presenter.list_all()
    assert (len(scene.state.listed), scene.state.hidden) == (AT_FIRST + 2, 0)


def test_nothing_is_read_through_before_somebody_asks() -> None:
    scene = _Scene()
    assert scene.store.backups.read == []
    scene.presenter.count(scene.newest)
    assert scene.state.counts[scene.newest.name].people == 1
    assert scene.state.task is None


def test_a_damaged_one_is_marked_and_not_offered_again() -> None:
    scene = _Scene()
    scene.store.backups.spoiled.add(scene.newest.name)
    scene.presenter.consider(scene.newest)
    assert scene.state.preview is None
    assert scene.state.damaged == {scene.newest.name}
    assert isinstance(scene.state.error, BackupDamagedError)


def test_backing_up_says_whether_one_was_needed() -> None:
    scene = _Scene()
    scene.presenter.back_up_now()
    assert scene.state.outcome is not None
    assert not scene.state.outcome.fresh
    scene.desk.people.save(person("another"))
    scene.presenter.back_up_now()
    assert scene.state.outcome.fresh
    assert len(scene.state.listed) == 2


def test_a_full_disk_is_told_and_it_can_be_tried_again() -> None:
    scene = _Scene(taken=0)
    scene.store.backups.trouble = DiskFullError()
    scene.presenter.back_up_now()
    assert isinstance(scene.state.error, DiskFullError)
    scene.store.backups.trouble = None
    scene.presenter.back_up_now()
    assert scene.state.error is None
    assert scene.state.outcome is not None


def test_a_second_task_waits_for_the_first() -> None:
    runner = WaitingRunner()
    scene = _Scene(runner)
    runner.run_all()
    scene.presenter.back_up_now()
    scene.presenter.back_up_now()
    scene.presenter.consider(scene.newest)
    assert scene.state.task is Task.BACKING_UP
    assert len(runner.waiting) == 1


def test_a_copy_goes_to_the_chosen_stick_and_says_where_it_lies() -> None:
    scene = _Scene()
    scene.presenter.choose_place()
    assert scene.state.places == (STICK,)
    scene.presenter.copy_to(STICK)
    assert scene.store.backups.copied == [(scene.newest.name, STICK)]
    assert scene.state.places is None
    assert scene.state.outcome is not None
    assert scene.state.outcome.copy == STICK / f"iroc-backup-{scene.newest.name}"


def test_a_stick_that_refuses_leaves_the_choice_open() -> None:
    scene = _Scene()
    scene.presenter.choose_place()
    scene.store.backups.trouble = PlaceReadOnlyError()
    scene.presenter.copy_to(STICK)
    assert isinstance(scene.state.error, PlaceReadOnlyError)
    assert scene.state.places == (STICK,)
    scene.presenter.no_place()
    assert [scene.state.places, scene.state.error] == [None, None]


def test_a_copy_from_a_stick_is_listed_and_shows_at_once_what_it_would_change() -> None:
    scene = _Scene()
    scene.presenter.bring_in(STICK)
    assert scene.store.backups.brought_in == [STICK]
    assert scene.state.preview is not None
    assert scene.state.preview.backup == scene.newest
    assert not scene.state.understood
    assert scene.exits.taken == []
    assert scene.state.task is None


def test_a_stick_without_a_copy_is_told_and_nothing_is_considered() -> None:
    scene = _Scene()
    scene.store.backups.trouble = CopyNotThereError()
    scene.presenter.bring_in(STICK)
    assert isinstance(scene.state.error, CopyNotThereError)
    assert (scene.state.preview, scene.state.task) == (None, None)


def test_one_is_brought_back_only_after_its_preview_was_understood() -> None:
    scene = _Scene()
    scene.desk.people.save(person("later"))
    scene.presenter.bring_back()
    scene.presenter.consider(scene.newest)
    preview = scene.state.preview
    assert preview is not None
    assert (preview.now.people, preview.then.people) == (2, 1)
    scene.presenter.bring_back()
    assert scene.exits.taken == []
    scene.presenter.understand(True)
    scene.presenter.bring_back()
    assert scene.exits.taken == [("bring_back", scene.newest)]


def test_another_preview_has_to_be_understood_anew() -> None:
    scene = _Scene(taken=2)
    scene.presenter.consider(scene.newest)
    scene.presenter.understand(True)
    scene.presenter.consider(scene.state.listed[1])
    scene.presenter.bring_back()
    assert scene.exits.taken == []
    scene.presenter.keep_present()
    assert scene.state.preview is None


def test_one_that_was_taken_elsewhere_is_listed() -> None:
    scene = _Scene()
    scene.desk.people.save(person("another"))
    assert scene.desk.backups is not None
    done = scene.desk.backups.take_if_due()
    scene.presenter.on_changes(done.changes, None)
    assert len(scene.state.listed) == 2


def test_no_path_is_in_what_the_state_prints() -> None:
    scene = _Scene()
    scene.presenter.choose_place()
    assert "KINGSTON" not in repr(scene.state)
