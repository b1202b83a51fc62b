"""JSON as one careful machine writes it for another: nothing ambiguous is taken.

It must not raise anything but `NotStrictError`, whatever the bytes.
"""

from __future__ import annotations

import json
from typing import Final, NoReturn

from iroc_desktop.domain.operations import JsonValue

DEEPEST: Final = 32
"""Levels of nesting; what the program writes itself stays below eight."""
LARGEST: Final = 2**53
"""Whole numbers up to here are the same in every reader of JSON."""


class NotStrictError(ValueError):
    """The bytes are not JSON, or could be read in more than one way."""


def strict(line: bytes) -> JsonValue:
    """Return the value of one line of JSON.

    Refused are: anything but UTF-8, NaN and infinities, fractions, numbers above 2^53, a key twice, lone
    surrogates, the NUL character, and nesting below `DEEPEST`.

    Raises:
        NotStrictError: with nothing of the content in it.
    """
    try:
        value = json.loads(
            line.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_refuse,
            parse_float=_refuse,
            parse_int=_whole,
        )
        _must_be_plain(value, DEEPEST)
    except (ValueError, RecursionError) as error:
        # a ValueError of the parser quotes the text: it is left behind
        raise NotStrictError(type(error).__name__) from None
    return value


def _object(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise NotStrictError("key twice")
    return made


def _refuse(_text: str) -> NoReturn:
    raise NotStrictError("number")


def _whole(text: str) -> int:
    # 17 characters hold every number in bounds; longer ones are slow to read
    if len(text) > 17:
        raise NotStrictError("number")
    number = int(text)
    if abs(number) > LARGEST:
        raise NotStrictError("number")
    return number


def _must_be_plain(value: JsonValue, levels: int) -> None:
    if levels == 0:
        raise NotStrictError("nesting")
    if isinstance(value, str):
        value.encode("utf-8")
        if "\x00" in value:
            raise NotStrictError("NUL")
    elif isinstance(value, list):
        for each in value:
            _must_be_plain(each, levels - 1)
    elif isinstance(value, dict):
        for key, each in value.items():
            _must_be_plain(key, levels - 1)
            _must_be_plain(each, levels - 1)
