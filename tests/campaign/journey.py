"""Campaigns L and M: the whole program is used with one word everywhere, then that word is looked for.

It must not close anything in the end: the write-ahead log and whatever lies about count too.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.session import STAGES
from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.desk import Desk
from iroc_desktop.system.paths import DataFolder
from tests.campaign.desks import PASSPHRASE, vault_in
from tests.campaign.no_network import can_forbid, forbid_network
from tests.campaign.words import PERSON_ID, SENTINEL, plant_everywhere
from tests.fakes.desk import PRACTITIONER_ID

if TYPE_CHECKING:
    from iroc_desktop.app.player import Player

PROGRAM: Final = "import sys; from tests.campaign.journey import live; live(sys.argv[1], sys.argv[2])"
ENDED: Final = 7
"""The exit code of a journey that went all the way."""
NETWORKED: Final = -31
"""The exit code of one that asked for a network socket: SIGSYS."""
PLACES: Final = ("HOME", "TMPDIR", "SQLITE_TMPDIR", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
ASKED_FOR: Final = "asked-for"
"""The folder with what a practitioner saved on purpose: papers and pictures with names in them."""


@dataclass(frozen=True, slots=True)
class Journey:
    """How a journey ended, and where the word or the passphrase was found afterwards."""

    ended: int
    leaks: tuple[str, ...]
    files: int
    """How many files were looked through."""


def go(work: Path, plant: str = "") -> Journey:
    """Use the program in a process of its own, and look through everything it left or said.

    The planted faults are a "leak" and a "connection".
    """
    work.mkdir(parents=True)
    places = {name: str(work / name.lower()) for name in PLACES}
    for place in (*map(Path, places.values()), work / "secrets"):
        place.mkdir()
    surroundings = (
        os.environ
        | places
        | {
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CACHE_HOME": str(work / "cache"),
            # where the print service listens on most systems; without it, CUPS tries a port of this machine
            "CUPS_SERVER": str(work / "cups.sock"),
        }
    )
    command = [sys.executable, "-c", PROGRAM, str(work), plant]
    ran = subprocess.run(command, env=surroundings, capture_output=True, check=False)
    (work / "printed").write_bytes(ran.stdout + ran.stderr)
    looked = [each for each in work.rglob("*") if each.is_file() and "secrets" not in each.parts]
    return Journey(ran.returncode, tuple(sorted(_leaks(work, looked))), len(looked))


def _leaks(work: Path, files: list[Path]) -> Iterator[str]:
    codes = ("utf-8", "utf-16-le", "utf-16-be")
    spellings = [word.encode(code) for word in (SENTINEL, PASSPHRASE) for code in codes]
    for file in files:
        path = file.relative_to(work)
        content = file.read_bytes()
        if any(each in content for each in spellings) or SENTINEL in str(path):
            yield str(path)


def live(place: str, plant: str) -> None:
    """Set up, hold two sessions, print, save, back up, crash, lock, use the command line, and end at once."""
    from iroc_desktop.app.player import Player
    from iroc_desktop.system.logs import start_log
    from iroc_desktop.system.process import harden
    from iroc_desktop.system.settings import Settings

    if can_forbid():
        forbid_network()
    harden()
    work = Path(place)
    data = DataFolder(work / "data")
    start_log(data.log)
    logging.getLogger().setLevel(logging.DEBUG)
    store, _ = vault_in(data.store).create(PASSPHRASE, PRACTITIONER_ID)
    store.close()
    if plant:
        _plant(work, plant)
        os._exit(ENDED)
    player = Player(data, Settings(language="en"))
    _unlock(player)
    session_id = player.do(lambda: plant_everywhere(player.desk))
    _look_at_everything(player)
    _save(player, work)
    _crash()
    _spell(player.desk, session_id)
    player.application.lock()
    player.settle()
    _command_line(work, data)
    _unlock(player)
    player.do(lambda: player.desk.reflections.keep(session_id, PERSON_ID, f"{SENTINEL} at last"))
    sys.stdout.flush()
    os._exit(ENDED)


def _unlock(player: Player) -> None:
    surroundings = player.application.surroundings
    store, found_id = player.do(lambda: surroundings.vault.unlock(PASSPHRASE))
    player.application.unlocked(player.do(lambda: surroundings.open_desk(store, found_id)))
    player.settle()


def _look_at_everything(player: Player) -> None:
    ways = player.workplace
    held = player.do(lambda: player.desk.people.overview(PERSON_ID)).history.conversations[0].id
    summary = player.do(lambda: player.desk.people.overview(PERSON_ID)).summaries[0].id
    everywhere: tuple[Callable[[], None], ...] = (
        ways.people.today,
        ways.people.people,
        partial(ways.people.open_person, PERSON_ID),
        partial(ways.people.edit_person, PERSON_ID),
        partial(ways.records.to_record, PERSON_ID, held),
        partial(ways.records.to_summary, held),
        partial(ways.records.reprint, summary),
        partial(ways.plans.open_plan, PERSON_ID),
        partial(ways.plans.open_staying_well, PERSON_ID),
        partial(ways.plans.print_plan, PERSON_ID),
        partial(ways.plans.print_staying_well, PERSON_ID),
        partial(ways.toolkit.open_with, PERSON_ID),
        ways.custody.team.what_was_done,
        ways.custody.bin.open_bin,
        ways.settings,
        ways.help,
        partial(ways.session.begin, PERSON_ID),
        *(partial(ways.session.to_stage, stage) for stage in STAGES),
        ways.session.to_person_view,
    )
    for go_there in everywhere:
        player.show(go_there)


def _save(player: Player, work: Path) -> None:
    """Save and print everything that can be, where a practitioner would ask for it."""
    from PySide6.QtPrintSupport import QPrinter

    from iroc_desktop.system.whole_files import write_out
    from iroc_desktop.ui.widgets.printing import send_pages

    asked, stick = work / ASKED_FOR, work / "stick"
    asked.mkdir()
    stick.mkdir()
    desk = player.desk
    held = player.do(lambda: desk.people.overview(PERSON_ID)).history.conversations[0].id
    summary = player.do(lambda: desk.summaries.draft(held, "en", Paper.A4))
    pdf = player.do(lambda: desk.summaries.render(summary))
    write_out(asked / "summary.pdf", pdf)
    locked = player.do(lambda: desk.summaries.protected(pdf, "a passphrase of its own"))
    write_out(asked / "locked.pdf", locked)
    player.do(lambda: desk.summaries.keep(summary, Action.EXPORTED))
    plan = player.do(lambda: desk.sheets.plan(PERSON_ID, Paper.A4))
    write_out(asked / "plan.pdf", player.do(lambda: desk.sheets.render(plan)))
    printer = QPrinter()
    printer.setOutputFileName(str(asked / "printed.pdf"))
    send_pages(pdf, printer)
    backups = desk.backups
    if backups is None:
        raise LookupError
    player.do(backups.back_up_now)
    player.do(lambda: backups.copy_to(stick))


def _crash() -> None:
    """Let a bug happen whose exception holds the word."""
    try:
        raise ValueError(SENTINEL)
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)


def _spell(desk: Desk, session_id: str) -> None:
    """Print how everything there is spells itself, as a log or a traceback might."""
    overview = desk.people.overview(PERSON_ID)
    spelled: list[object] = [overview, *overview.history.conversations, desk.people.find(SENTINEL[:4])]
    spelled += [desk.sessions.look(session_id), *desk.exploring.of(PERSON_ID)]
    spelled += [*desk.plans.every(PERSON_ID), *desk.plans.history(PERSON_ID)]
    spelled += [*desk.reflections.of(PERSON_ID), *desk.worksheets.of(PERSON_ID)]
    spelled += [desk.staying_well.of(PERSON_ID), *desk.values.of(PERSON_ID), *desk.sheets.kept(PERSON_ID)]
    spelled += [desk.arranging.look(), desk.settling_in.practitioner(), desk.settling_in.organisation()]
    spelled += [desk.today.drafts(), desk.today.counts()]
    said = overview.history.conversations[0].answer(desk.pack.instrument.indicators[0].id)
    if SENTINEL not in said.words:
        raise LookupError
    for each in spelled:
        sys.stdout.write(f"{each!r}\n")


def _command_line(work: Path, data: DataFolder) -> None:
    from iroc_desktop.__main__ import main

    passphrase = work / "secrets" / "passphrase"
    passphrase.write_text(f"{PASSPHRASE}\n", "utf-8")
    for words in (
        ("report", "--person", PERSON_ID, "--output", str(work / ASKED_FOR / "report.pdf")),
        ("check",),
        ("backup",),
    ):
        told = main([*words, "--data-dir", str(data.root), "--passphrase-file", str(passphrase)])
        if told:
            raise LookupError(words[0])


def _plant(work: Path, plant: str) -> None:
    if plant == "leak":
        (work / "tmpdir" / "recent").write_bytes(SENTINEL.encode("utf-16-le"))
    if plant == "connection":
        import socket

        socket.socket(socket.AF_INET)
