"""Campaign B over the whole program: killed at any moment of a session in its window, and looked at again.

It must not take anything for saved before the window says so: "Saved 10:42".
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from signal import SIGKILL
from typing import IO, TYPE_CHECKING, Final, NoReturn

from iroc_desktop.domain.conversation import Answer, NoteKind
from iroc_desktop.domain.people import Organisation, Person, Practitioner
from iroc_desktop.system.paths import DataFolder
from tests.campaign.desks import PASSPHRASE, PERSON_ID, desk_on, vault_in
from tests.campaign.kills import Outcome
from tests.fakes.builders import FIRST_DAY
from tests.fakes.desk import PRACTITIONER_ID
from tests.store.making import STAMP

if TYPE_CHECKING:
    from iroc_desktop.app.player import Player
    from iroc_desktop.ui.screens.conversation.view import ConversationView

SERVER: Final = """
import os, sys
from tests.campaign.window_kills import hold, load
load()
print("loaded", flush=True)
for order in iter(sys.stdin.readline, ""):
    child = os.fork()
    if child == 0:
        hold(*order.rstrip("\\n").split("\\t"))
    os.waitpid(child, 0)
    print("gone", flush=True)
"""
"""Imports the program once, and opens a window in a process of its own for each order."""

LONGEST_START: Final = 1.0
"""Seconds from the start of a process until its session is surely open."""
STARTING: Final = 0.15
"""The share of kills before the session is open: at the door, while unlocking, in a backup or a rehearsal."""
MOST_LINES: Final = 24
PATIENCE: Final = 20.0
"""Seconds after which a window that does not show what it saved counts as stuck."""

ASKED, SAVED = "asked", "saved"


class StuckError(AssertionError):
    """The window did not show for long that anything was saved."""


def kill_windows(work: Path, times: int, chance: random.Random, *, planted: bool = False) -> Outcome:
    """Kill the program in the middle of a session `times` times; count what it had shown as saved and lost.

    The planted fault takes a press for saved before anything is written.
    """
    data = DataFolder(work)
    _make(data)
    acknowledged = lost = 0
    expected: dict[str, set[str]] = {}
    with _server() as server:
        _read_line(server)
        for _ in range(times):
            lines = list(_killed(server, (str(work), "early" if planted else ""), chance))
            acknowledged += sum(each[0] == SAVED for each in lines)
            for kind, what, value in lines:
                if kind == SAVED:
                    expected[what] = {value}
                else:
                    expected.setdefault(what, {""}).add(value)
            kept = _kept(data, expected)
            lost += sum(kept[what] not in values for what, values in expected.items())
            expected = {what: {value} for what, value in kept.items()}
        server.communicate()
    return Outcome(times, acknowledged, lost)


def load() -> None:
    """Import what a session needs."""
    import importlib

    for name in (
        "iroc_desktop.app.player",
        "iroc_desktop.store.vault",
        "iroc_desktop.services.desk",
        "iroc_desktop.system.content.packs",
        "iroc_desktop.ui.application.workplace",
        "iroc_desktop.ui.screens.conversation.view",
    ):
        importlib.import_module(name)


def hold(folder: str, plant: str) -> NoReturn:
    """Open the window, go on with the session, and press and type until this process is killed."""
    from iroc_desktop.app.player import Player
    from iroc_desktop.domain.conversation import Stage
    from iroc_desktop.system.settings import Settings
    from iroc_desktop.ui.screens.conversation.view import ConversationView

    _say(str(os.getpid()), "", "")
    player = Player(DataFolder(Path(folder)), Settings(language="en"))
    surroundings = player.application.surroundings
    store, found_id = player.do(lambda: surroundings.vault.unlock(PASSPHRASE))
    player.application.unlocked(player.do(lambda: surroundings.open_desk(store, found_id)))
    ways = player.workplace.session
    player.show(lambda: ways.begin(PERSON_ID, FIRST_DAY))
    player.show(lambda: ways.to_stage(Stage.CONVERSATION))
    view = player.application.window.findChild(ConversationView)
    if view is None:
        raise StuckError
    chance = random.Random()  # noqa: S311  # the moments differ anyway
    while True:
        if plant or chance.random() < 0.7:
            _rate(player, view, chance, early=bool(plant))
        else:
            _write(player, view, chance)
        if chance.random() < 0.3:
            view._move(chance.choice((-1, 1)) if _place(view) else 1)
            player.settle()
    raise AssertionError


def _rate(player: Player, view: ConversationView, chance: random.Random, *, early: bool) -> None:
    card, indicator = view.card, _indicator(view)
    if card is None:
        raise StuckError
    step = chance.choice([each for each in card.scale._buttons if each != card.scale.rating])
    top = player.application.window._framed().top
    top.say_saved("")
    _say(ASKED, f"rating/{indicator}", str(step))
    if early:
        _say(SAVED, f"rating/{indicator}", str(step))
        time.sleep(0.05)
    card.scale._buttons[step].click()
    _wait(player, lambda: bool(top._saved.text()))
    _say(SAVED, f"rating/{indicator}", str(step))


def _write(player: Player, view: ConversationView, chance: random.Random) -> None:
    card, indicator = view.card, _indicator(view)
    if card is None:
        raise StuckError
    words = (f"words {chance.randrange(10**9)} " * chance.randint(1, 60)).strip()
    field, top = card.notes[NoteKind.WORDS], player.application.window._framed().top
    top.say_saved("")
    _say(ASKED, f"words/{indicator}", words)
    field._field.setPlainText(words)
    if chance.random() < 0.5:
        card.scale.focus_rating()
        field.flush()
    _wait(player, lambda: bool(top._saved.text()))
    _say(SAVED, f"words/{indicator}", words)


def _wait(player: Player, shown: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not shown():
        player._qt.processEvents()
        if time.monotonic() > until:
            raise StuckError


def _indicator(view: ConversationView) -> str:
    sheet = view._presenter.state.sheet
    if sheet is None:
        raise StuckError
    return sheet.page.indicator_id


def _place(view: ConversationView) -> int:
    """Return how many indicators come before; the last is never left, because it leads to the next stage."""
    sheet = view._presenter.state.sheet
    position = sheet.page.position if sheet else 1
    return 0 if position == 1 else position


def _make(data: DataFolder) -> None:
    store, _ = vault_in(data.store).create(PASSPHRASE, PRACTITIONER_ID)
    desk = desk_on(store)
    desk.settling_in.introduce(Practitioner(PRACTITIONER_ID, "Marta"))
    desk.settling_in.answer_licence(Organisation("The House"))
    desk.people.save(Person(PERSON_ID, "Zebedee Quill"))
    desk.close()


def _kept(data: DataFolder, expected: dict[str, set[str]]) -> dict[str, str]:
    """Return what the record holds of everything that was ever asked for, opened anew."""
    store, _ = vault_in(data.store).unlock(PASSPHRASE)
    try:
        if not store.verify().good:
            raise AssertionError("the record is not whole")
        with store.begin(STAMP) as unit:
            drafts = [each.conversation for each in unit.drafts.all()]
        answers = drafts[0].answers if drafts else {}
        return {what: _spelled(answers.get(what.partition("/")[2]), what) for what in expected}
    finally:
        store.close()


def _spelled(answer: Answer | None, what: str) -> str:
    if answer is None:
        return ""
    if what.startswith("words"):
        return answer.words
    return "" if answer.rating is None else str(answer.rating)


def _server() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SERVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )


def _killed(
    server: subprocess.Popen[str], order: tuple[str, str], chance: random.Random
) -> Iterator[tuple[str, str, str]]:
    """Yield everything a window said until it was killed, at a moment nobody chose."""
    given, told = server.stdin, server.stdout
    if given is None or told is None:
        raise RuntimeError
    given.write("\t".join(order) + "\n")
    given.flush()
    process = int(_read_line(server).split("\t")[0])
    if chance.random() < STARTING:
        time.sleep(chance.uniform(0, LONGEST_START))
    else:
        for _ in range(chance.randint(1, MOST_LINES)):
            yield _line(_read_line(server))
        time.sleep(chance.uniform(0, 0.02))
    os.kill(process, SIGKILL)
    yield from _rest(told)


def _rest(told: IO[str]) -> Iterator[tuple[str, str, str]]:
    for line in iter(told.readline, "gone\n"):
        # the last line may have been cut off by the kill
        if line.endswith("\n") and line.count("\t") == 2:
            yield _line(line)


def _line(line: str) -> tuple[str, str, str]:
    kind, what, value = line.rstrip("\n").split("\t")
    return kind, what, value


def _read_line(server: subprocess.Popen[str]) -> str:
    line = server.stdout.readline() if server.stdout else ""
    if not line or line == "gone\n":
        raise StuckError(line)
    return line


def _say(kind: str, what: str, value: str) -> None:
    # one call of the system for one line: a kill leaves none half written
    os.write(1, f"{kind}\t{what}\t{value}\n".encode())
