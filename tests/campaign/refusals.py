"""Campaign H: the disk refuses one change, at every point where the store asks for one.

It must not accept a refusal without a typed error, nor anything lost that was acknowledged before it.

The witness refuses: the real store, driver and C library run, and only the system's answer is made up.
"""

from __future__ import annotations

import ctypes
import json
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final, NamedTuple

from iroc_desktop.domain.conversation import Answer, NoteKind
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Person
from iroc_desktop.services.desk import Desk
from iroc_desktop.store.interrupted import finish_bringing_back
from iroc_desktop.store.unit_of_work import SqlUnit
from tests.campaign.copy_cuts import FIRST
from tests.campaign.desks import PASSPHRASE, PERSON_ID, desk_on, make_store, sentence_for, vault_in
from tests.campaign.power import scratch
from tests.campaign.session import STORE
from tests.campaign.witness import watched
from tests.fakes.desk import PRACTITIONER_ID

PROGRAM: Final = """
import sys
from pathlib import Path
from tests.campaign.refusals import refuse_everywhere
refuse_everywhere(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), *sys.argv[5:])
"""

LONG: Final = "a long note " * 700
SECOND: Final = "second"
"""A folder in which another store is set up."""

MOST: Final = 2_000
"""More changes to the disk than any one step asks for."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What happened when the disk refused from one point of one step on."""

    step: str
    error: int
    point: int
    told: str
    """The kind of error that a user would be told of; "" if the step went through all the same."""
    kept: bool
    """Whether all that was acknowledged is there, the store is whole, and work can go on."""


class Try:
    """One open store, in which a step is tried while the disk refuses."""

    def __init__(self, folder: Path, conversation_id: str) -> None:
        """Open the store."""
        self.folder = folder
        self.conversation_id = conversation_id
        self.open()

    def open(self) -> None:
        """Unlock the store."""
        self.store, _ = vault_in(self.folder).unlock(PASSPHRASE)
        self.desk: Desk = desk_on(self.store)

    def answers(self) -> list[Answer]:
        """Return the answers to "a" that are kept: in the draft, and in what was completed."""
        seen = self.desk.people.overview(PERSON_ID)
        drafted = [seen.draft.conversation] if seen.draft else []
        return [each.answer("a") for each in (*drafted, *seen.history.conversations)]


class Step(NamedTuple):
    """Something a practitioner does, and how to see that it was done."""

    do: Callable[[Try], object]
    was_done: Callable[[Try], bool] = lambda _: True
    undone: bool = False
    """Whether nothing of it may be there if it was refused."""
    sparsely: int = 1
    """With a stride above 1, only one point of so many more: there are hundreds and none is special."""


def refused_everywhere(
    work: Path, error: int, stride: int = 1, *, planted: bool = False, only: str = "", once: bool = False
) -> list[Refusal]:
    """Try each step with the disk refusing from its first change on, then from a later one, and so on.

    `error` is the errno with which it refuses: ENOSPC, EROFS or EIO; `once` refuses a single change and none
    after it; `stride` leaves points out, and `only` all steps but one. The planted fault is a commit that
    tells nobody that it was refused.
    """
    with scratch() as folder:
        conversation_id = make_store(folder / STORE)
        plants = ("planted" if planted else "", only, "once" if once else "")
        arguments = (str(folder), conversation_id, str(error), str(stride), *plants)
        _, printed = watched(folder, work, PROGRAM, *arguments)
    return [Refusal(**json.loads(line)) for line in printed.splitlines()]


def refuse_everywhere(
    folder: Path, conversation_id: str, error: int, stride: int, plant: str, only: str, once: str
) -> None:
    """Try each step at each point, under the witness, and print what happened."""
    if plant:
        _forget_refusals()
    original = folder / "original"
    (folder / STORE).rename(original)
    for name, step in STEPS.items():
        if only not in {"", name}:
            continue
        for point in range(0, MOST, stride if stride == 1 else stride * step.sparsely):
            shutil.copytree(original, folder / STORE)
            tried = Try(folder / STORE, conversation_id)
            told, kept, went_through = _refused(tried, step, error, point, once=bool(once))
            for each in [each for each in folder.iterdir() if each != original]:
                shutil.rmtree(each)
            if went_through:
                break
            answer = {"step": name, "error": error, "point": point, "told": told, "kept": kept}
            sys.stdout.write(json.dumps(answer) + "\n")


def _refused(tried: Try, step: Step, error: int, point: int, *, once: bool) -> tuple[str, bool, bool]:
    tried.desk.conversations.rate(tried.conversation_id, "a", 2)
    told = ""
    _refuse(point, error, "_once" if once else "")
    try:
        step.do(tried)
    except ExpectedError as refusal:
        told = type(refusal).__name__
        sentence = sentence_for(refusal)
        if not sentence:
            raise ValueError(told) from refusal
    went_through = _refuse(-1) >= 0
    try:
        kept = _went_on(tried, step, done=not told)
    except ExpectedError:
        kept = False
    return told, kept, went_through


def _went_on(tried: Try, step: Step, *, done: bool) -> bool:
    """Return whether, after starting anew, everything is there, and work goes on in a whole store."""
    _reopen(tried)
    kept = 2 in [answer.rating for answer in tried.answers()]
    honest = step.was_done(tried) != (step.undone and not done)
    tried.desk.people.save(Person("person-after", "Zebedee Quill"))
    whole = tried.store.verify().good and len(tried.desk.people.find("zebedee")) == 2
    for each in tried.store.backups.all():
        # what is listed counts as a backup: it has to be one
        tried.store.backups.counts(each.name)
    tried.store.close()
    return kept and honest and whole


def _refuse(after: int, error: int = 0, fashion: str = "") -> int:
    refuse = getattr(ctypes.CDLL(None), f"witness_refuse{fashion}")
    refuse.argtypes, refuse.restype = (ctypes.c_long, ctypes.c_int), ctypes.c_long
    return int(refuse(after, error))


def _reopen(tried: Try) -> None:
    tried.store.close()
    finish_bringing_back(tried.folder)
    tried.open()


def _rated(tried: Try, indicator: str) -> int | None:
    draft = tried.desk.people.overview(PERSON_ID).draft
    return draft.conversation.answer(indicator).rating if draft else None


def _back_up(tried: Try) -> None:
    for hour in range(2):
        tried.store.backups.take(FIRST + timedelta(hours=hour))


def _bring_back(tried: Try) -> None:
    taken = tried.store.backups.take(FIRST)
    tried.store.backups.bring_back(taken.name, FIRST)


def _set_up(tried: Try) -> None:
    store, _ = vault_in(tried.folder / SECOND).create(PASSPHRASE, PRACTITIONER_ID)
    store.close()


def _can_be_used(tried: Try) -> bool:
    vault = vault_in(tried.folder / SECOND)
    if not vault.exists():
        _set_up(tried)
    store, _ = vault.unlock(PASSPHRASE)
    whole = store.verify().good
    store.close()
    return whole


def _forget_refusals() -> None:
    commit = SqlUnit.commit

    def careless(unit: SqlUnit) -> None:
        with suppress(ExpectedError):
            commit(unit)

    setattr(SqlUnit, "commit", careless)  # noqa: B010  # the planted fault


STEPS: Final = {
    "note": Step(
        lambda tried: tried.desk.conversations.note(tried.conversation_id, "a", NoteKind.WORDS, LONG),
        lambda tried: LONG in [answer.words for answer in tried.answers()],
        undone=True,
    ),
    "complete": Step(
        lambda tried: tried.desk.conversations.complete(tried.conversation_id),
        lambda tried: tried.desk.people.overview(PERSON_ID).draft is None,
        undone=True,
    ),
    "rate": Step(
        lambda tried: tried.desk.conversations.rate(tried.conversation_id, "b", 5),
        lambda tried: _rated(tried, "b") == 5,
        undone=True,
    ),
    "back up": Step(_back_up, sparsely=8),
    "bring back": Step(_bring_back, sparsely=8),
    "set up": Step(_set_up, _can_be_used, sparsely=8),
    "close": Step(lambda tried: tried.store.close()),
    "reopen": Step(_reopen),
    "renew the sheet": Step(lambda tried: vault_in(tried.folder).renew_sheet(PASSPHRASE)),
}
