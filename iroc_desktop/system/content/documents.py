"""Reads one YAML file into plain values, and remembers the line of each of them.

It must not know what a file is about, nor build anything but text, numbers, booleans, lists and mappings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

import yaml

from iroc_desktop.domain.content_errors import BadContentError, ContentFault, ContentProblem

MOST_BYTES: Final = 1 << 20
"""A pack in one language has about 15 KB; a megabyte leaves room and keeps reading quick."""
MOST_LEVELS: Final = 16
LONGEST_NAME: Final = 80
"""A damaged file can have a page of text where a key belongs; more of it than this would not help."""

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]
Place = tuple[str | int, ...]
"""The keys and list positions (from 0) that lead to a value."""

_INTEGER: Final = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_WORDS: Final[dict[str, bool | None]] = {"true": True, "false": False, "null": None, "~": None, "": None}
# YAML 1.1 would also read `no` and `es: off` as booleans and 10:30 as a number; here they stay text

_LOADER: Final = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


@dataclass(frozen=True, slots=True)
class Document:
    """The values of one file and where they stand."""

    file: str
    value: Value
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """Return the line of a value, counted from 1; of what holds it when the value is not there."""
        while place not in self.lines and place:
            place = place[:-1]
        return self.lines.get(place, 1)

    def refuse(self, place: Place, problem: ContentProblem) -> NoReturn:
        """Raise the error for a fault at this place."""
        raise BadContentError(self.file, self.line(place), named(place), problem)


def named(place: Place) -> str:
    """Return a place as people read it: keys joined by dots, list positions counted from 1."""
    parts = (f"[{step + 1}]" if isinstance(step, int) else f".{step[:LONGEST_NAME]}" for step in place)
    return "".join(parts).removeprefix(".")


def read_document(file: Path) -> Document:
    """Return the values of a YAML file.

    Raises:
        BadContentError: if it is missing, unreadable, too large, empty, not UTF-8 or not plain YAML.
    """
    text = _text(file)
    reading = _Reading(file.name)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reading.take(event)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _fault(file.name, line, ContentFault.FORBIDDEN_CHARACTER) from error
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(file.name, text, error) from error
    return reading.document()


def _fault(file: str, line: int, kind: ContentFault, limit: int | None = None) -> BadContentError:
    return BadContentError(file, line, "", ContentProblem(kind, limit=limit))


def _text(file: Path) -> str:
    raw = _bytes(file)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _fault(file.name, line, ContentFault.NOT_UTF8) from error
    if not text.strip():
        raise _fault(file.name, 0, ContentFault.EMPTY)
    return text


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise _fault(file.name, 0, ContentFault.FILE_MISSING) from error
    except OSError as error:
        raise _fault(file.name, 0, ContentFault.UNREADABLE) from error
    if len(raw) > MOST_BYTES:
        raise _fault(file.name, 0, ContentFault.TOO_LARGE, MOST_BYTES)
    return raw


def _not_yaml(file: str, text: str, error: yaml.MarkedYAMLError) -> BadContentError:
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines()
    at = min(mark.line, max(len(lines) - 1, 0)) if mark else 0
    margin = re.match(r"[ \t]*", lines[at]) if lines else None
    indented_by_tab = margin is not None and "\t" in margin.group()
    return _fault(file, at + 1, ContentFault.TAB if indented_by_tab else ContentFault.NOT_YAML)


class _Reading:
    """Builds values from parser events.

    Events rather than composed nodes: the composer recurses in C, and deep nesting would end the
    whole process.
    """

    def __init__(self, file: str) -> None:
        self._document = Document(file, None, {})
        self._root: Value = None
        self._documents = 0
        self._open: list[tuple[list[Value] | dict[str, Value], Place]] = []
        self._key: list[str | None] = []

    def document(self) -> Document:
        """Return what was read; a file of comments only counts as empty."""
        if not self._documents:
            raise _fault(self._document.file, 0, ContentFault.EMPTY)
        return Document(self._document.file, self._root, self._document.lines)

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(line, ContentFault.SECOND_DOCUMENT)
        elif isinstance(event, yaml.NodeEvent):
            self._take_node(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._key.pop()

    def _take_node(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor is not None:
            self._refuse(line, ContentFault.ALIAS)
        if getattr(event, "tag", None) is not None:
            self._refuse(line, ContentFault.TAG)
        if self._expects_key():
            self._take_key(event, line)
        elif isinstance(event, yaml.ScalarEvent):
            self._place(_scalar(event), line)
        else:
            self._enter([] if isinstance(event, yaml.SequenceStartEvent) else {}, line)

    def _expects_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][0], dict) and self._key[-1] is None

    def _take_key(self, event: yaml.NodeEvent, line: int) -> None:
        holder, place = self._open[-1]
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(line, ContentFault.KEY_NOT_PLAIN, place)
        if event.value in holder:
            self._refuse(line, ContentFault.REPEATED_KEY, (*place, event.value))
        self._key[-1] = event.value
        self._document.lines[(*place, event.value)] = line

    def _enter(self, collection: list[Value] | dict[str, Value], line: int) -> None:
        place = self._place(collection, line)
        if len(self._open) == MOST_LEVELS:
            self._refuse(line, ContentFault.TOO_DEEP, place, MOST_LEVELS)
        self._open.append((collection, place))
        self._key.append(None)

    def _place(self, value: Value, line: int) -> Place:
        if not self._open:
            self._root = value
            place: Place = ()
        else:
            holder, outer = self._open[-1]
            place = (*outer, self._put(holder, value))
        self._document.lines.setdefault(place, line)
        return place

    def _put(self, holder: list[Value] | dict[str, Value], value: Value) -> str | int:
        if isinstance(holder, list):
            holder.append(value)
            return len(holder) - 1
        key = self._key[-1] or ""
        holder[key] = value
        self._key[-1] = None
        return key

    def _refuse(self, line: int, kind: ContentFault, place: Place = (), limit: int | None = None) -> NoReturn:
        raise BadContentError(self._document.file, line, named(place), ContentProblem(kind, limit=limit))


def _scalar(event: yaml.ScalarEvent) -> Value:
    written = event.value
    if event.style not in (None, ""):
        return written
    if written in _WORDS:
        return _WORDS[written]
    return int(written) if _INTEGER.fullmatch(written) else written
