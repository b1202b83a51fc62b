"""The prompts of the unlock screen: every branch ends at one that works."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from iroc_desktop.domain.backups import Backup, BackupCounts
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Licence, Role
from iroc_desktop.domain.recovery import RecoveryDigitsError
from iroc_desktop.domain.store_errors import (
    BackupMissingError,
    DiskFullError,
    KeysReplacedError,
    PassphraseTakenError,
    PassphraseTooShortError,
    StoreDamagedError,
    StoreInUseError,
    StoreMissingError,
    WrongPassphraseError,
    WrongRecoveryDigitsError,
)
from iroc_desktop.services.desk import Desk
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.screens.unlock.presenter import UnlockPresenter
from iroc_desktop.ui.screens.unlock.state import Busy, Problem, State, Step, Typed
from tests.fakes.desk import FixedClock, ImmediateRunner
from tests.ui.screens.stage import GROUPS, RENEWED, RIGHT, Exits, MemoryVault, WaitingRunner, desk_on

NEW = "five other calm little words"
NEWEST = Backup("20261124-1", datetime(2026, 11, 24, 9, tzinfo=UTC))
OLDER = Backup("20261123-1", datetime(2026, 11, 23, 9, tzinfo=UTC))


class _Scene:
    """A presenter, and the newest state it showed."""

    def __init__(self, runner: ImmediateRunner | WaitingRunner | None = None) -> None:
        self.vault = MemoryVault()
        self.exits = Exits()
        self.shown: list[State] = []
        self.presenter = UnlockPresenter(
            self.vault,
            runner or ImmediateRunner(),
            desk_on,
            self.exits,
            Settings(language="en"),
            FixedClock().now,
        )
        self.presenter.attach(self.shown.append)

    def keep_backups(self) -> None:
        """Let there be two backups."""
        for backup, people in ((NEWEST, 3), (OLDER, 2)):
            self.vault.kept[backup.name] = (backup, BackupCounts(people, 2 * people, 40))

    @property
    def state(self) -> State:
        return self.shown[-1]

    @property
    def opened(self) -> bool:
        return any(way[0] == "unlocked" for way in self.exits.taken)


def test_the_right_passphrase_opens() -> None:
    scene = _Scene()
    scene.presenter.unlock(RIGHT)
    assert scene.opened


def test_a_wrong_passphrase_is_told_and_the_next_one_works() -> None:
    scene = _Scene()
    scene.presenter.unlock("something else")
    assert isinstance(scene.state.error, WrongPassphraseError)
    assert not scene.opened
    scene.presenter.unlock(RIGHT)
    assert scene.opened


def test_an_empty_passphrase_is_not_tried() -> None:
    scene = _Scene()
    scene.presenter.unlock("")
    assert scene.state.problem is Problem.NOTHING_TYPED


def test_a_second_enter_while_opening_is_ignored() -> None:
    runner = WaitingRunner()
    scene = _Scene(runner)
    scene.presenter.unlock(RIGHT)
    scene.presenter.unlock(RIGHT)
    assert scene.state.is_busy
    assert len(runner.waiting) == 1
    runner.run_all()
    assert len(scene.exits.taken) == 1


def test_other_trouble_is_told_and_can_be_tried_again() -> None:
    scene = _Scene()
    scene.vault.trouble = StoreInUseError()
    scene.presenter.unlock(RIGHT)
    assert isinstance(scene.state.error, StoreInUseError)
    scene.vault.trouble = None
    scene.presenter.unlock(RIGHT)
    assert scene.opened


def test_the_sheet_opens_and_the_new_passphrase_works_from_then_on() -> None:
    scene = _Scene()
    scene.presenter.use_sheet()
    scene.presenter.check_digits(GROUPS)
    assert scene.state.step is Step.NEW_PASSPHRASE
    scene.presenter.renew(NEW, NEW)
    assert scene.opened
    scene.presenter.unlock(NEW)
    assert len(scene.exits.taken) == 2


@pytest.mark.parametrize("place", range(8))
def test_a_wrong_digit_names_its_group(place: int) -> None:
    scene = _Scene()
    scene.presenter.use_sheet()
    wrong = f"{(int(GROUPS[place]) + 1):06d}"
    scene.presenter.check_digits((*GROUPS[:place], wrong, *GROUPS[place + 1 :]))
    assert scene.state.wrong_group == place + 1
    assert isinstance(scene.state.error, RecoveryDigitsError)
    assert scene.state.step is Step.DIGITS


def test_the_digits_of_another_sheet_lead_back_to_the_digits_with_nothing_lost() -> None:
    scene = _Scene()
    other = ("000011", *GROUPS[1:])
    scene.presenter.use_sheet()
    scene.presenter.check_digits(other)
    scene.presenter.renew(NEW, NEW)
    assert scene.state.step is Step.DIGITS
    assert isinstance(scene.state.error, WrongRecoveryDigitsError)
    assert scene.state.groups == other
    scene.presenter.check_digits(GROUPS)
    scene.presenter.renew(NEW, NEW)
    assert scene.opened


@pytest.mark.parametrize(
    ("first", "again", "problem"),
    [
        ("", "", Problem.NOTHING_TYPED),
        (NEW, "another", Problem.NOT_THE_SAME),
    ],
)
def test_a_new_passphrase_must_be_there_and_twice_the_same(first: str, again: str, problem: Problem) -> None:
    scene = _Scene()
    scene.presenter.use_sheet()
    scene.presenter.check_digits(GROUPS)
    scene.presenter.renew(first, again)
    assert scene.state.problem is problem
    assert not scene.opened


def test_a_new_passphrase_that_is_too_short_stays_at_its_prompt() -> None:
    scene = _Scene()
    scene.presenter.use_sheet()
    scene.presenter.check_digits(GROUPS)
    scene.presenter.renew("short", "short")
    assert isinstance(scene.state.error, PassphraseTooShortError)
    assert scene.state.step is Step.NEW_PASSPHRASE
    assert not scene.state.is_busy


def test_back_leads_through_the_prompts_and_forgets_the_trouble() -> None:
    scene = _Scene()
    scene.presenter.forgot()
    scene.presenter.check_digits(GROUPS)
    scene.presenter.renew("a", "b")
    scene.presenter.back()
    assert (scene.state.step, scene.state.problem) == (Step.DIGITS, None)
    scene.presenter.back()
    assert (scene.state.step, scene.state.error) == (Step.FORGOT, None)
    scene.presenter.back()
    assert (scene.state.step, scene.state.groups) == (Step.PASSPHRASE, ("",) * 8)
    scene.presenter.back()
    assert (scene.state.step, scene.state.problem) == (Step.PASSPHRASE, None)


def test_language_and_theme_are_changed_at_once() -> None:
    scene = _Scene()
    scene.presenter.choose_language("es")
    scene.presenter.choose_theme("dark")
    scene.presenter.choose_theme("dark")
    assert scene.exits.taken == [
        ("changed", Settings(language="es")),
        ("changed", Settings(language="es", theme="dark")),
    ]


def test_practice_is_one_step_away_but_not_while_opening() -> None:
    runner = WaitingRunner()
    scene = _Scene(runner)
    scene.presenter.practise()
    scene.presenter.unlock(RIGHT)
    scene.presenter.practise()
    assert scene.exits.taken == [("practice",)]


def test_the_state_does_not_print_the_digits() -> None:
    scene = _Scene()
    scene.presenter.check_digits(GROUPS)
    assert GROUPS[0] not in repr(scene.state)


def test_every_error_of_the_vault_leaves_the_screen_ready() -> None:
    scene = _Scene()
    trouble: list[ExpectedError] = [StoreInUseError(), WrongPassphraseError()]
    for each in trouble:
        scene.vault.trouble = each
        scene.presenter.unlock(RIGHT)
        assert scene.state.error is each
        assert not scene.state.is_busy


def test_a_first_start_that_was_cut_off_goes_on_with_a_new_sheet() -> None:
    scene = _Scene()
    scene.vault.settle(Licence.UNANSWERED)
    scene.presenter.unlock(RIGHT)
    (way,) = scene.exits.taken
    assert (way[0], way[2]) == ("unfinished", RENEWED)


def test_a_new_sheet_that_cannot_be_kept_is_told_and_the_store_is_closed_again() -> None:
    scene = _Scene()
    scene.vault.settle(Licence.UNANSWERED)
    scene.vault.sheet_trouble = DiskFullError()
    scene.presenter.unlock(RIGHT)
    assert isinstance(scene.state.error, DiskFullError)
    assert scene.vault.store.closed
    assert not scene.exits.taken


def a_colleague_without_a_name(scene: _Scene) -> None:
    """Let the key of a colleague be there, and nothing written about them."""
    scene.vault.unlocks_as = "practitioner-2"


def test_a_colleague_whose_name_was_not_written_is_asked_for_it_and_the_recovery_sheet_goes_on_counting() -> (
    None
):
    scene = _Scene()
    a_colleague_without_a_name(scene)
    scene.vault.sheet_trouble = DiskFullError()
    scene.presenter.unlock(RIGHT)
    assert scene.state.step is Step.NAME
    assert not scene.exits.taken
    scene.presenter.edit(Typed(name="  Nora "))
    scene.presenter.introduce()
    ((way, desk),) = scene.exits.taken
    assert way == "unlocked"
    assert isinstance(desk, Desk)
    nora = desk.settling_in.practitioner()
    assert (nora.id, nora.name, nora.role) == ("practitioner-2", "Nora", Role.PRACTITIONER)


def test_a_name_that_is_missing_is_asked_for_again_and_the_practice_people_wait() -> None:
    scene = _Scene()
    a_colleague_without_a_name(scene)
    scene.presenter.unlock(RIGHT)
    scene.presenter.introduce()
    scene.presenter.practise()
    assert scene.state.problem is Problem.NAME_MISSING
    assert not scene.exits.taken


def test_whoever_goes_back_without_a_name_leaves_the_record_closed() -> None:
    scene = _Scene()
    a_colleague_without_a_name(scene)
    scene.presenter.unlock(RIGHT)
    scene.presenter.edit(Typed(name="No"))
    scene.presenter.back()
    assert (scene.state.step, scene.state.typed) == (Step.PASSPHRASE, Typed())
    assert scene.vault.store.closed
    scene.presenter.introduce()
    assert not scene.exits.taken


def test_what_is_typed_waits_for_another_view_and_is_gone_once_it_has_opened() -> None:
    scene = _Scene()
    typed = Typed(passphrase="half of", groups=GROUPS, new="ne", again="n", shown=True, name="Nora")
    scene.presenter.edit(typed)
    scene.presenter.choose_language("es")
    later: list[State] = []
    scene.presenter.attach(later.append)
    assert later[-1].typed == typed
    assert all(secret not in repr(later[-1]) for secret in ("half of", GROUPS[0], "Nora"))
    scene.presenter.unlock(RIGHT)
    scene.presenter.attach(later.append)
    assert later[-1].typed == Typed()


def test_a_passphrase_of_somebody_else_is_refused_at_the_sheet_too() -> None:
    scene = _Scene()
    scene.vault.trouble = PassphraseTakenError()
    scene.presenter.use_sheet()
    scene.presenter.check_digits(GROUPS)
    scene.presenter.renew(NEW, NEW)
    assert (scene.state.step, type(scene.state.error)) == (Step.NEW_PASSPHRASE, PassphraseTakenError)
    assert not scene.opened


def test_the_sheet_of_a_damaged_record_leads_to_its_backups_with_the_new_passphrase() -> None:
    scene = _Scene()
    scene.vault.trouble = StoreDamagedError()
    scene.presenter.use_sheet()
    scene.presenter.check_digits(GROUPS)
    scene.presenter.renew(NEW, NEW)
    assert scene.state.step is Step.BACKUPS
    assert scene.state.typed.passphrase == NEW


def test_a_sheet_that_was_replaced_leads_back_to_the_digits() -> None:
    scene = _Scene()
    scene.vault.trouble = KeysReplacedError()
    scene.presenter.use_sheet()
    scene.presenter.check_digits(GROUPS)
    scene.presenter.renew(NEW, NEW)
    assert (scene.state.step, type(scene.state.error)) == (Step.DIGITS, KeysReplacedError)


def test_the_least_length_is_kept_for_the_prompt() -> None:
    scene = _Scene()
    scene.presenter.use_sheet()
    scene.presenter.check_digits(GROUPS)
    scene.presenter.renew("short", "short")
    assert scene.state.least == 12


@pytest.mark.parametrize("trouble", [StoreDamagedError(), StoreMissingError()])
def test_a_record_that_will_not_open_can_be_brought_back_from_a_backup(trouble: ExpectedError) -> None:
    scene = _Scene()
    scene.keep_backups()
    scene.vault.trouble = trouble
    scene.presenter.unlock(RIGHT)
    assert (scene.state.step, scene.state.error) == (Step.BACKUPS, trouble)
    assert [each.counts.people for each in scene.state.found or ()] == [3, 2]
    scene.presenter.consider(NEWEST)
    assert (scene.state.step, scene.state.chosen) == (Step.PREVIEW, NEWEST)
    scene.presenter.bring_back()
    assert (scene.state.step, scene.vault.brought_back) == (Step.BROUGHT_BACK, [NEWEST.name])
    assert scene.state.aside is not None
    scene.vault.trouble = None
    scene.presenter.unlock(RIGHT)
    assert scene.opened


def test_without_a_backup_that_is_said_and_the_passphrase_can_be_tried_again() -> None:
    scene = _Scene()
    scene.vault.trouble = StoreDamagedError()
    scene.presenter.unlock(RIGHT)
    assert (scene.state.found, scene.state.step) == ((), Step.BACKUPS)
    scene.presenter.back()
    assert (scene.state.step, scene.state.typed) == (Step.PASSPHRASE, Typed())
    scene.vault.trouble = None
    scene.presenter.unlock(RIGHT)
    assert scene.opened


def test_back_from_the_preview_shows_the_list_again() -> None:
    scene = _Scene()
    scene.keep_backups()
    scene.vault.trouble = StoreDamagedError()
    scene.presenter.unlock(RIGHT)
    scene.presenter.consider(NEWEST)
    scene.presenter.back()
    assert scene.state.step is Step.BACKUPS
    assert scene.vault.brought_back == []


def test_a_backup_that_went_away_is_told_and_another_can_be_taken() -> None:
    scene = _Scene()
    scene.keep_backups()
    scene.vault.trouble = StoreDamagedError()
    scene.presenter.unlock(RIGHT)
    scene.presenter.consider(NEWEST)
    del scene.vault.kept[NEWEST.name]
    scene.presenter.bring_back()
    assert isinstance(scene.state.error, BackupMissingError)
    assert not scene.state.is_busy
    scene.presenter.back()
    scene.presenter.consider(OLDER)
    scene.presenter.bring_back()
    assert scene.state.step is Step.BROUGHT_BACK


def test_nothing_else_begins_while_a_backup_is_on_its_way() -> None:
    runner = WaitingRunner()
    scene = _Scene(runner)
    scene.keep_backups()
    scene.vault.trouble = StoreDamagedError()
    scene.presenter.unlock(RIGHT)
    runner.run_all()
    scene.presenter.consider(NEWEST)
    scene.presenter.bring_back()
    scene.presenter.bring_back()
    scene.presenter.back()
    scene.presenter.practise()
    assert (scene.state.busy, len(runner.waiting)) == (Busy.BRINGING_BACK, 1)
    assert scene.exits.taken == []
