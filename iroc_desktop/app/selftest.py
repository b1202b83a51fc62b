"""The self-test: window, temporary store, conversation, chart, PDF in two languages.

It must not leave anything behind, and says in one line whether everything worked.
"""

from __future__ import annotations

import secrets
import tempfile
from functools import partial
from pathlib import Path

import pypdfium2

from iroc_desktop.app.player import Player
from iroc_desktop.app.surroundings import ui_phrases
from iroc_desktop.domain.conversation import UnratedReason
from iroc_desktop.domain.people import Organisation, Person, Practitioner
from iroc_desktop.domain.session import STAGES, Session
from iroc_desktop.domain.summary import Paper
from iroc_desktop.i18n.phrases import SOURCE_LANGUAGE
from iroc_desktop.services.desk import Desk
from iroc_desktop.system.paths import DataFolder
from iroc_desktop.system.settings import LANGUAGES, Settings


class SelfTestError(RuntimeError):
    """A step of the self-test did not do what it should."""


def run_selftest() -> int:
    """Play one whole session on a temporary encrypted store; return 0 when everything worked."""
    with tempfile.TemporaryDirectory() as folder:
        player = Player(DataFolder(Path(folder)), Settings(language="en"))
        try:
            pages = _session(player)
        finally:
            player.stop()
    phrases = ui_phrases("en")
    print(phrases.text("Everything works: {pages} pages written, nothing left behind.", pages=pages))  # noqa: T201  # a command's answer
    return 0


def _session(player: Player) -> int:
    _practise(player)
    passphrase = secrets.token_hex()
    surroundings = player.application.surroundings
    practitioner_id = surroundings.new_id()
    store, groups = player.do(lambda: surroundings.vault.create(passphrase, practitioner_id))
    player.do(store.close)
    store, found_id = player.do(lambda: surroundings.vault.unlock(passphrase))
    desk = player.do(lambda: surroundings.open_desk(store, found_id))
    player.application.unlocked(desk)
    session, ways = player.do(lambda: _converse(desk, found_id)), player.workplace.session
    player.show(lambda: ways.begin(session.person_id))
    for stage in STAGES:
        player.show(partial(ways.to_stage, stage))
    for each in LANGUAGES:
        player.show(lambda language=each: player.application.language(language))  # type: ignore[misc]  # mypy cannot infer a defaulted lambda
        _must(player.application.window.grab().width() > 0)
        # without its catalogue a language would speak English, and nothing would fail
        _must((player.application.phrases.about("place", "People") == "People") is (each == SOURCE_LANGUAGE))
    player.do(lambda: desk.sessions.finish(session.id))
    conversation_id = session.conversation_id
    player.show(lambda: player.workplace.records.to_summary(conversation_id))
    pdfs = [player.do(lambda language=each: _pdf(desk, conversation_id, language)) for each in LANGUAGES]  # type: ignore[misc]  # mypy cannot infer a defaulted lambda
    pdfs.append(surroundings.writer.recovery_sheet(groups, "en", Paper.A4))
    locked = surroundings.writer.protected(pdfs[0], passphrase)
    _must(_pages(locked, passphrase) == _pages(pdfs[0]))
    return sum(_pages(pdf) for pdf in pdfs)


def _practise(player: Player) -> None:
    player.practise()
    _must(len(player.do(lambda: player.desk.people.find(""))) > 0)
    player.application.lock()
    player.settle()


def _converse(desk: Desk, practitioner_id: str) -> Session:
    desk.settling_in.introduce(Practitioner(practitioner_id, "Self-test"))
    desk.settling_in.answer_licence(Organisation("Self-test"))
    person = desk.people.save(Person(desk.new_id(), "Self-test")).value
    session = desk.sessions.begin(person.id, desk.clock.today()).value.session
    *rated, last = desk.pack.instrument.indicators
    for indicator in rated:
        desk.conversations.rate(session.conversation_id, indicator.id, desk.pack.instrument.scale.maximum)
    desk.conversations.leave_unrated(session.conversation_id, last.id, UnratedReason.DID_NOT_WANT)
    return session


def _pdf(desk: Desk, conversation_id: str, language: str) -> bytes:
    return desk.summaries.render(desk.summaries.draft(conversation_id, language, Paper.A4))


def _pages(pdf: bytes, passphrase: str | None = None) -> int:
    document = pypdfium2.PdfDocument(pdf, password=passphrase)
    try:
        _must(len(document) > 0)
        return len(document)
    finally:
        document.close()


def _must(true: bool) -> None:
    if not true:
        raise SelfTestError
