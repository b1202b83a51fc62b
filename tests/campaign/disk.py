"""A disk that may lose whatever was not synced: what is sure to be there, and what a power cut could undo.

It must not be kind. Writes and cuts of a file since its last sync may be there, torn, or gone, in any
combination; a name that was given or taken is only sure once its own folder was synced.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from tests.campaign.witness import Event

TEARS: Final = (512, 4096)
"""The least that a disk may write whole, in bytes: old and new ones."""

Files = Mapping[str, bytes | None]
"""Content by path; None is a folder."""


@dataclass(slots=True)
class File:
    """One file, whatever it is called."""

    sure: bytes = b""
    pending: list[Event] = field(default_factory=list)

    def settle(self) -> None:
        """Take every change since the last sync for sure."""
        self.sure = _played(self.sure, self.pending)
        self.pending.clear()


@dataclass(slots=True)
class Folder:
    """One folder: which names are sure, which there are now, and the steps between."""

    sure: dict[str, Node] = field(default_factory=dict)
    now: dict[str, Node] = field(default_factory=dict)
    pending: list[dict[str, Node | None]] = field(default_factory=list)
    """Each step is whole: a renaming takes one name and gives another at once."""

    def step(self, names: dict[str, Node | None]) -> None:
        """Give and take names."""
        self.pending.append(names)
        _name(self.now, names)

    def settle(self) -> None:
        """Take every step so far for sure."""
        self.sure = dict(self.now)
        self.pending.clear()


Node = File | Folder


class Disk:
    """All files below one folder, through a sequence of events."""

    def __init__(self, before: Path) -> None:
        """Begin with what is in a folder now, and has been for long."""
        self._root = _folder_from(before)

    def take(self, event: Event) -> None:
        """Go on by one event."""
        parent, name = self._place(event.name)
        if event.kind == "S":
            (self._root if event.name == "" else parent.now[name]).settle()
        elif event.kind in "WT":
            file = parent.now[name]
            if isinstance(file, File):
                file.pending.append(event)
        elif event.kind == "R":
            self._rename(parent, name, event.content.decode())
        else:
            made = {"C": File, "D": Folder}.get(event.kind)
            parent.step({name: made() if made else None})

    def crashed(self, chance: random.Random) -> Files:
        """Return what one power cut could leave."""
        return dict(_left(self._root, "", chance))

    def whole(self) -> Files:
        """Return what is there when nothing is lost."""
        return dict(_present(self._root, ""))

    def _place(self, path: str) -> tuple[Folder, str]:
        folder = self._root
        *above, name = PurePosixPath(path).parts or ("",)
        for each in above:
            found = folder.now[each]
            if not isinstance(found, Folder):
                raise NotADirectoryError
            folder = found
        return folder, name

    def _rename(self, parent: Folder, name: str, to: str) -> None:
        target, new_name = self._place(to)
        node = parent.now[name]
        if target is parent:
            parent.step({name: None, new_name: node})
        else:
            target.step({new_name: node})
            parent.step({name: None})


def put(files: Files, folder: Path) -> None:
    """Write files into a folder that is not there yet."""
    folder.mkdir(parents=True)
    for path, content in files.items():
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)


def content_of(folder: Path) -> Files:
    """Return what is in a folder."""
    return dict(_present(_folder_from(folder), ""))


def _folder_from(path: Path) -> Folder:
    names: dict[str, Node] = {
        each.name: _folder_from(each) if each.is_dir() else File(each.read_bytes()) for each in path.iterdir()
    }
    return Folder(names, dict(names))


def _left(folder: Folder, path: str, chance: random.Random) -> Iterator[tuple[str, bytes | None]]:
    names = dict(folder.sure)
    for step in folder.pending[: chance.randint(0, len(folder.pending))]:
        _name(names, step)
    for name, node in names.items():
        if isinstance(node, File):
            yield path + name, _played(node.sure, _reached(node.pending, chance))
        else:
            yield path + name, None
            yield from _left(node, f"{path}{name}/", chance)


def _present(folder: Folder, path: str) -> Iterator[tuple[str, bytes | None]]:
    for name, node in folder.now.items():
        if isinstance(node, File):
            yield path + name, _played(node.sure, node.pending)
        else:
            yield path + name, None
            yield from _present(node, f"{path}{name}/")


def _reached(waiting: Sequence[Event], chance: random.Random) -> Iterator[Event]:
    """Yield which of the unsynced changes reached the disk: none, all, a first part, or any of them."""
    fashion = chance.choice(("none", "all", "first", "any", "any"))
    until = chance.randint(0, len(waiting))
    tear = chance.choice(TEARS)
    for place, event in enumerate(waiting):
        if fashion == "all" or (fashion == "first" and place < until):
            yield event
        elif fashion == "any" and chance.random() < 0.5:
            yield from _torn(event, tear, chance)
    if fashion == "first" and until < len(waiting):
        yield from _torn(waiting[until], tear, chance)


def _torn(event: Event, tear: int, chance: random.Random) -> Iterator[Event]:
    """Yield a change whole, or only some parts of it."""
    if event.kind != "W" or len(event.content) <= tear or chance.random() < 0.5:
        yield event
        return
    for start in range(0, len(event.content), tear):
        if chance.random() < 0.5:
            part = event.content[start : start + tear]
            yield Event("W", event.name, event.number + start, part)


def _played(content: bytes, changes: Iterable[Event]) -> bytes:
    played = bytearray(content)
    for event in changes:
        if event.kind == "T":
            del played[event.number :]
            played.extend(bytes(event.number - len(played)))
        else:
            end = event.number + len(event.content)
            played.extend(bytes(max(end - len(played), 0)))
            played[event.number : end] = event.content
    return bytes(played)


def _name(names: dict[str, Node], step: Mapping[str, Node | None]) -> None:
    for name, node in step.items():
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node
