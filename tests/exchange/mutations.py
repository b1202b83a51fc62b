"""Bundles that were damaged on their way, or written by a careless or hostile machine that has all the keys.

Every one of them has to be refused in a typed way, or to be a bundle that holds together.
"""

from __future__ import annotations

import random
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.merging import arriving
from iroc_desktop.domain.operations import canonical
from iroc_desktop.exchange.envelope import opened, sealed
from iroc_desktop.exchange.inside import packed, unpacked
from iroc_desktop.exchange.lines import erased_line, head_line, operation_line
from tests.exchange.making import Machine, bundle, forged, header
from tests.exchange.model import ModelMachine

ONE, TWO = Machine("pc-1"), Machine("pc-2")

HOSTILE: tuple[bytes, ...] = (
    b"null",
    b"true",
    b"-1",
    b"0",
    b"1e9",
    b"NaN",
    b"9999999999999999999999",
    b'""',
    b'"\\ud800"',
    b'"\\u0000"',
    b'"../../etc/passwd"',
    b'"' + b"A" * 2_000_000 + b'"',
    b"[]",
    b"{}",
    b"[[[[]]]]",
    b"[" * 60 + b"]" * 60,
    b'{"a":1,"a":2}',
    b'"person"',
    b'"destroyed"',
)


@dataclass
class Told:
    """What became of many mutated bundles."""

    refusals: Counter[str] = field(default_factory=Counter)
    taken: int = 0
    """Those that hold together all the same: what was hit may be anything."""
    slowest: float = 0.0
    untyped: list[str] = field(default_factory=list)

    @property
    def megabytes(self) -> int:
        """Return the most memory this process ever had, in megabytes."""
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def outer(count: int, seed: int = 0) -> Told:
    """Damage sealed bundles, and try to read each."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    whole = sealed(packed(bundle(count=8), [TWO.recipient], ONE.signing.sign), [TWO.recipient])
    return _tried(_damaged(whole, chance) for _ in range(count))


def inner(count: int, seed: int = 0) -> Told:
    """Change what a bundle says, sign and seal it rightly, and try to read each."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    return _tried(sealed(_restated(chance), [TWO.recipient]) for _ in range(count))


def _tried(bundles: Iterator[bytes]) -> Told:
    told = Told()
    here = ModelMachine("here", "pc-2")
    before = here.digest()
    for data in bundles:
        begun = time.perf_counter()
        try:
            read, _ = unpacked(opened(data, str(TWO.identity)), TWO.recipient, ONE.signed)
            arriving(read, here.vector, here.hash_of)
            told.taken += 1
        except ExpectedError as error:
            told.refusals[type(error).__name__] += 1
        except Exception as error:  # noqa: BLE001 - anything else is what this campaign looks for
            told.untyped.append(repr(error)[:200])
        told.slowest = max(told.slowest, time.perf_counter() - begun)
    if here.digest() != before:
        told.untyped.append("the record here was changed")
    return told


def _damaged(whole: bytes, chance: random.Random) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.choice((1, 1, 1, 2, 5, 40))):
        if data:
            chance.choice(_DAMAGES)(data, chance)
    return bytes(data)


def _flip(data: bytearray, chance: random.Random) -> None:
    data[_place(data, chance)] ^= 1 << chance.randrange(8)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[_place(data, chance) :]


def _drop(data: bytearray, chance: random.Random) -> None:
    place = _place(data, chance)
    del data[place : place + chance.randrange(1, 64)]


def _repeat(data: bytearray, chance: random.Random) -> None:
    place = _place(data, chance)
    data[place:place] = data[place : place + chance.randrange(1, 4_096)]


def _insert(data: bytearray, chance: random.Random) -> None:
    data[_place(data, chance) : 0] = chance.randbytes(chance.randrange(1, 64))


def _place(data: bytearray, chance: random.Random) -> int:
    # half of the damage goes into the first kilobyte, where everything is decided
    return chance.randrange(min(len(data), 1_024) if chance.random() < 0.5 else len(data))


_DAMAGES: tuple[Callable[[bytearray, random.Random], None], ...] = (_flip, _cut, _drop, _repeat, _insert)


def _restated(chance: random.Random) -> bytes:
    lines = [canonical(each) for each in _said(chance)]
    changed = lines
    for _ in range(chance.choice((1, 1, 2, 4))):
        changed = _changed(changed, chance) or lines
    following = b"".join(each + b"\n" for each in changed)
    front = header(following, ONE, TWO, counts=_counts(changed), vector={"pc-1": 8})
    first = canonical(front)
    if chance.random() < 0.3:
        first = _with_other_value(first, chance)
    return forged(ONE, first + b"\n" + following)


def _said(chance: random.Random) -> list[object]:
    whole = bundle(count=chance.randrange(1, 9))
    heads = map(head_line, whole.heads)
    return [*map(erased_line, whole.erased), *heads, *map(operation_line, whole.operations)]


def _counts(lines: list[bytes]) -> dict[str, int]:
    erased = sum(each.startswith(b'["erased"') for each in lines)
    heads = sum(each.startswith(b'["head"') for each in lines)
    return {"erased": erased, "heads": heads, "operations": len(lines) - erased - heads}


def _changed(lines: list[bytes], chance: random.Random) -> list[bytes]:
    place = chance.randrange(len(lines))
    how = chance.randrange(6)
    if how == 0:
        return [*lines[:place], *lines[place + 1 :]]
    if how == 1:
        return [*lines[: place + 1], lines[place], *lines[place + 1 :]]
    if how == 2:
        return chance.sample(lines, len(lines))
    if how == 3:
        damaged = bytearray(lines[place])
        _flip(damaged, chance)
        other = bytes(damaged).replace(b"\n", b" ")
    else:
        other = _with_other_value(lines[place], chance)
    return [*lines[:place], other, *lines[place + 1 :]]


def _with_other_value(line: bytes, chance: random.Random) -> bytes:
    """Put a hostile value in the place of one between two commas."""
    parts = line.split(b",")
    place = chance.randrange(len(parts))
    parts[place] = chance.choice(HOSTILE)
    return b",".join(parts)
