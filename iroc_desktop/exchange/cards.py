"""Machines' cards as files: public keys and a name, for another machine to read.

It must not be trusted for being on a stick: people compare the digits of two cards.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from iroc_desktop.domain.bundles import BundleTooLargeError
from iroc_desktop.domain.operations import JsonValue, canonical
from iroc_desktop.domain.pairing import LONGEST_NAME, MachineCard
from iroc_desktop.domain.store_errors import PlaceGoneError
from iroc_desktop.exchange import stick
from iroc_desktop.exchange.strict_json import NotStrictError, strict

FORMAT: Final = 1
_SHAPES: Final = {
    "machine": re.compile(r"[0-9a-f]{32}"),
    "signs": re.compile(r"[0-9a-f]{64}"),
    "opens": re.compile(r"age1[0-9a-z]{58}"),
    "team": re.compile(r"[0-9a-f]{32}"),
    "name": re.compile(rf"[^\x00-\x1f\x7f]{{1,{LONGEST_NAME}}}"),
}


def written(card: MachineCard) -> bytes:
    """Return a card as the bytes of its file."""
    fields = {
        "iroc-machine": FORMAT,
        "machine": card.machine_id,
        "signs": card.signing_key,
        "opens": card.recipient,
        "name": card.name,
        "team": card.team,
    }
    return canonical(fields) + b"\n"


def read(path: Path) -> MachineCard | None:
    """Return the card in a file; None if it is none."""
    try:
        fields = strict(stick.read(path).strip())
    except (NotStrictError, BundleTooLargeError, PlaceGoneError):
        return None
    if not isinstance(fields, dict) or fields.get("iroc-machine") != FORMAT:
        return None
    if not all(_fits(fields.get(name), shape) for name, shape in _SHAPES.items()):
        return None
    return MachineCard(fields["machine"], fields["name"], fields["signs"], fields["opens"], fields["team"])


def _fits(value: JsonValue, shape: re.Pattern[str]) -> bool:
    return isinstance(value, str) and shape.fullmatch(value) is not None
