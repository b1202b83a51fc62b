"""The prompts of the unlock screen: every branch ends at one that works."""

from __future__ import annotations

import pytest

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Licence
from iroc_desktop.domain.recovery import RecoveryDigitsError
from iroc_desktop.domain.store_errors import (
    DiskFullError,
    PassphraseTooShortError,
    StoreInUseError,
    WrongPassphraseError,
    WrongRecoveryDigitsError,
)
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.screens.unlock.presenter import Problem, State, Step, UnlockPresenter
from tests.fakes.desk import ImmediateRunner
from tests.ui.screens.stage import GROUPS, RENEWED, RIGHT, Exits, MemoryVault, WaitingRunner, desk_on

NEW = "five other calm little words"


class _Scene:
    """A presenter, and the newest state it showed."""

    def __init__(self, runner: ImmediateRunner | WaitingRunner | None = None) -> None:
        self.vault = MemoryVault()
        self.exits = Exits()
        self.shown: list[State] = []
        self.presenter = UnlockPresenter(
            self.vault, runner or ImmediateRunner(), desk_on, self.exits, Settings(language="en")
        )
        self.presenter.attach(self.shown.append)

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
    assert scene.state.busy
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
    scene.presenter.forgot()
    scene.presenter.check_digits(GROUPS)
    assert scene.state.step is Step.NEW_PASSPHRASE
    scene.presenter.renew(NEW, NEW)
    assert scene.opened
    scene.presenter.unlock(NEW)
    assert len(scene.exits.taken) == 2


@pytest.mark.parametrize("place", range(8))
def test_a_wrong_digit_names_its_group(place: int) -> None:
    scene = _Scene()
    scene.presenter.forgot()
    wrong = f"{(int(GROUPS[place]) + 1):06d}"
    scene.presenter.check_digits((*GROUPS[:place], wrong, *GROUPS[place + 1 :]))
    assert scene.state.wrong_group == place + 1
    assert isinstance(scene.state.error, RecoveryDigitsError)
    assert scene.state.step is Step.DIGITS


def test_the_digits_of_another_sheet_lead_back_to_the_digits_with_nothing_lost() -> None:
    scene = _Scene()
    other = ("000011", *GROUPS[1:])
    scene.presenter.forgot()
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
    scene.presenter.forgot()
    scene.presenter.check_digits(GROUPS)
    scene.presenter.renew(first, again)
    assert scene.state.problem is problem
    assert not scene.opened


def test_a_new_passphrase_that_is_too_short_stays_at_its_prompt() -> None:
    scene = _Scene()
    scene.presenter.forgot()
    scene.presenter.check_digits(GROUPS)
    scene.presenter.renew("short", "short")
    assert isinstance(scene.state.error, PassphraseTooShortError)
    assert scene.state.step is Step.NEW_PASSPHRASE
    assert not scene.state.busy


def test_back_leads_through_the_prompts_and_forgets_the_trouble() -> None:
    scene = _Scene()
    scene.presenter.forgot()
    scene.presenter.check_digits(GROUPS)
    scene.presenter.renew("a", "b")
    scene.presenter.back()
    assert (scene.state.step, scene.state.problem) == (Step.DIGITS, None)
    scene.presenter.back()
    assert scene.state.step is Step.PASSPHRASE


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
        assert not scene.state.busy


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
