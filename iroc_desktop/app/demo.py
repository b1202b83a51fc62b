"""The demo: one session with a fictional person, as screenshots and PDFs.

It must not ask anything, need a display, or touch anybody's data.
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from iroc_desktop.app.player import Player
from iroc_desktop.app.surroundings import ui_phrases
from iroc_desktop.domain.conversation import NoteKind
from iroc_desktop.domain.session import STAGES
from iroc_desktop.domain.summary import Paper
from iroc_desktop.system.paths import DataFolder
from iroc_desktop.system.settings import Settings

LANGUAGES = ("en", "es")


def play_demo(output: Path, language: str = "en") -> int:
    """Play a session, write PNG and PDF files into `output`, and return 0."""
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        player = Player(DataFolder(Path(folder)), Settings(language=language))
        try:
            _play(player, output)
        finally:
            player.stop()
    print(ui_phrases(language).text("The demo's PDFs and pictures are in {folder}.", folder=output.resolve()))  # noqa: T201  # a command's answer
    return 0


def _play(player: Player, output: Path) -> None:
    player.picture(output / "1-first-start.png")
    player.practise()
    player.picture(output / "2-today.png")
    people = player.workplace.people
    player.show(people.people)
    player.picture(output / "3-people.png")
    person_id = max(
        player.do(lambda: player.desk.people.find("")), key=lambda line: line.conversations
    ).person.id
    player.show(lambda: people.open_person(person_id))
    player.picture(output / "4-person.png")
    conversation_id = _hold_session(player, person_id, output)
    player.show(lambda: player.workplace.records.to_summary(conversation_id))
    player.picture(output / "13-summary.png")
    for language in LANGUAGES:
        pdf = player.do(lambda language=language: summary_pdf(player, conversation_id, language))  # type: ignore[misc]  # mypy cannot infer a defaulted lambda
        (output / f"summary-{language}.pdf").write_bytes(pdf)


def summary_pdf(player: Player, conversation_id: str, language: str) -> bytes:
    """Return the summary of a completed conversation as a PDF."""
    summaries = player.desk.summaries
    return summaries.render(summaries.draft(conversation_id, language, Paper.A4))


def _hold_session(player: Player, person_id: str, output: Path) -> str:
    session = player.workplace.session
    player.show(lambda: session.begin(person_id))
    opened = player.do(lambda: player.desk.sessions.in_progress(person_id))
    if opened is None:
        raise LookupError
    conversation_id = opened.session.conversation_id
    player.do(lambda: _converse(player, conversation_id))
    for number, stage in enumerate(STAGES, start=5):
        player.show(partial(session.to_stage, stage))
        player.picture(output / f"{number}-{stage.value}.png")
    player.do(lambda: player.desk.sessions.finish(opened.id))
    return conversation_id


def _converse(player: Player, conversation_id: str) -> None:
    conversations, instrument = player.desk.conversations, player.desk.pack.instrument
    span = instrument.scale.maximum - instrument.scale.minimum + 1
    for place, indicator in enumerate(instrument.indicators[:-1]):
        rating = instrument.scale.minimum + (place * 2 + 3) % span
        conversations.rate(conversation_id, indicator.id, rating)
    first = instrument.indicators[0].id
    words = ui_phrases("en").text("The workshop gives me a reason to get up.")
    conversations.note(conversation_id, first, NoteKind.WORDS, words)
    conversations.choose(conversation_id, (first,))
