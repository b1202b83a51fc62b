"""The commands `export` and `import`: a bundle for other machines, and what theirs would bring or brought.

They must not name anybody: people are counted, machines have names.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from iroc_desktop.cli.errors import MachineNotKnownError, NoBundlesError, NoMachinesError
from iroc_desktop.domain.bundles import NotForThisMachineError, SenderUnknownError
from iroc_desktop.domain.merging import Encounter
from iroc_desktop.domain.receipts import FOR_EVERYBODY, PersonsNews, total
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.arrivals import Arrival, Standing
from iroc_desktop.services.desk import Desk
from iroc_desktop.services.exchange import Exchange


def export(desk: Desk, asked: Namespace, phrases: Phrases) -> str:
    """Write one bundle for the machines that were named, or for all; return the line that tells so.

    Raises:
        NoMachinesError, MachineNotKnownError: if there is none of them.
        ExpectedError: whatever writing refuses; nothing was left there.
    """
    exchange = _of(desk)
    names = {each.card.machine_id: each.card.name for each in exchange.machines.all() if each.trusted}
    chosen = _chosen(names, asked.machine)
    written = exchange.exporting.export(chosen, asked.to).value
    changes = phrases.plural("{count} change", "{count} changes", written.amount.changes)
    people = phrases.plural("{count} person", "{count} people", written.amount.people)
    return phrases.text(
        "{changes} about {people} for {machines}: {path}. It was read back and is whole.",
        changes=changes,
        people=people,
        machines=", ".join(names[each] for each in chosen),
        path=written.path,
    )


def bring_in(desk: Desk, asked: Namespace, phrases: Phrases) -> str:
    """Take a bundle, or those in a folder that are for this machine; return the lines that tell so.

    Raises:
        NoBundlesError: if there is none for this machine.
        ExpectedError: whatever taking refuses; what was taken before that stays.
    """
    exchange = _of(desk)
    lines = [_taken(exchange, each, asked, phrases) for each in _arrivals(exchange, asked.bundle)]
    return "\n".join(lines)


def _taken(exchange: Exchange, arrival: Arrival, asked: Namespace, phrases: Phrases) -> str:
    said = {"number": arrival.front.number, "machine": arrival.machine.name}
    if arrival.standing is Standing.ALREADY:
        return phrases.text("Bundle {number} of {machine} was imported before. Nothing was changed.", **said)
    preview = exchange.importing.preview(arrival)
    if asked.dry_run:
        counts = _counts(total([*preview.people, preview.service]), preview.people, phrases)
        return phrases.text("Bundle {number} of {machine} would bring: {counts}", **said, counts=counts)
    receipt = exchange.importing.take(preview).value
    counts = _counts(receipt.counts, receipt.people, phrases)
    return phrases.text("Bundle {number} of {machine} was imported: {counts}", **said, counts=counts)


def _counts(counts: Mapping[Encounter, int], people: Sequence[PersonsNews], phrases: Phrases) -> str:
    count = sum(each.person_id != FOR_EVERYBODY for each in people)
    return phrases.plural(
        "{count} person; {new} new, {changed} changed, {parallel} changed on both, {conflict} to choose, "
        "{erased} destroyed.",
        "{count} people; {new} new, {changed} changed, {parallel} changed on both, {conflict} to choose, "
        "{erased} destroyed.",
        count,
        **{each.value: counts.get(each, 0) for each in Encounter},
    )


def _chosen(names: Mapping[str, str], wanted: Sequence[str] | None) -> tuple[str, ...]:
    if not names:
        raise NoMachinesError
    if not wanted:
        return tuple(names)
    found = {name: [each for each, known in names.items() if known == name] for name in wanted}
    for name, machines in found.items():
        if len(machines) != 1:
            raise MachineNotKnownError(name)
    return tuple(machines[0] for machines in found.values())


def _arrivals(exchange: Exchange, place: Path) -> list[Arrival]:
    if not place.is_dir():
        return [exchange.importing.look(place)]
    found = []
    for path in exchange.importing.found_in(place):
        try:
            found.append(exchange.importing.look(path))
        except (NotForThisMachineError, SenderUnknownError):
            # a stick that goes round carries bundles for others too
            continue
    if not found:
        raise NoBundlesError
    return sorted(found, key=lambda each: (each.machine.machine_id, each.front.number))


def _of(desk: Desk) -> Exchange:
    if desk.exchange is None:
        raise AssertionError("only the practice record exchanges nothing, and no command opens it")
    return desk.exchange
