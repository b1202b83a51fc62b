"""The command `report`: a session summary as a PDF file.

It must not write names unless `--list` asks for them.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from iroc_desktop.cli.errors import NothingToReportError, PersonNotSingledOutError
from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.summary import Paper
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.desk import Desk
from iroc_desktop.services.ports import PersonLine
from iroc_desktop.system.whole_files import write_out

CODE_LENGTH = 8
"""How many digits of a person's id are shown as their code."""


def report(desk: Desk, asked: Namespace, phrases: Phrases) -> str:
    """Write the summary of a person's newest conversation; return the line that tells so.

    Raises:
        PersonNotSingledOutError, NothingToReportError, PlaceFullError, PlaceReadOnlyError,
            PlaceGoneError.
    """
    people = desk.people.find("")
    if asked.list or not asked.person:
        return "\n".join(_line(each, phrases) for each in people) or phrases.text(
            "Nobody is in the record yet."
        )
    found = _singled_out(people, asked.person)
    overview = desk.people.overview(found.person.id)
    if overview.history.now is None:
        raise NothingToReportError
    language = asked.language or overview.person.language
    summary = desk.summaries.draft(overview.history.now.id, language, Paper.A4)
    write_out(asked.output, desk.summaries.render(summary))
    desk.summaries.keep(summary, Action.EXPORTED)
    return phrases.text("The summary is in {file}.", file=asked.output)


def _singled_out(people: Sequence[PersonLine], code: str) -> PersonLine:
    found = [each for each in people if each.person.id.startswith(code)]
    if len(found) != 1:
        raise PersonNotSingledOutError(len(found))
    return found[0]


def _line(line: PersonLine, phrases: Phrases) -> str:
    told = phrases.plural("{count} conversation", "{count} conversations", line.conversations)
    return f"{line.person.id[:CODE_LENGTH]}  {told}  {line.person.preferred_name}"
