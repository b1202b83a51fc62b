"""Rebuild the ICU data library that Qt loads on Linux, with the languages of the program only.

It must not change what is kept: every item that stays is the same, byte for byte.
Qt's wheel carries 32 MB of it, an eighth of the frozen program; Qt asks it for sorting, letter case and
little more. The layout of the data is ICU's own ("CmnD"): a header, a sorted table of contents, the items.
"""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

ALIGNMENT: Final = 16
_MAGIC: Final = b"\xda\x27"
_LOCALE: Final = re.compile(r"[a-z]{2,3}(_\w+)?")
_NEVER_ASKED: Final = (".cnv", ".dict", ".lst")
"""Converters of old encodings, word lists of scripts without spaces, and the list of all items."""
_ALWAYS: Final = frozenset({"root", "pool", "res_index"})


def is_kept(name: str, languages: Collection[str]) -> bool:
    """Return whether the item `name`, such as "icudt73l/coll/es.res", stays."""
    path = Path(name)
    if path.suffix in _NEVER_ASKED:
        return False
    if path.suffix != ".res" or path.stem in _ALWAYS or not _LOCALE.fullmatch(path.stem):
        return True
    return path.stem.split("_")[0] in languages


def contents(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each item of ICU common data.

    Raises ValueError for data of another kind.
    """
    start, kind = struct.unpack_from("<H", data)[0], data[12:16]
    if data[2:4] != _MAGIC or kind != b"CmnD":
        raise ValueError(kind)
    (count,) = struct.unpack_from("<I", data, start)
    table = [struct.unpack_from("<II", data, start + 4 + 8 * place) for place in range(count)]
    ends = [offset for _, offset in table[1:]] + [len(data) - start]
    for (name, offset), end in zip(table, ends, strict=True):
        stop = data.index(b"\0", start + name)
        yield data[start + name : stop].decode("ascii"), data[start + offset : start + end]


def shrunk(data: bytes, languages: Collection[str]) -> bytes:
    """Return ICU common data with only the items that are kept."""
    header = data[: struct.unpack_from("<H", data)[0]]
    kept = [(name, item) for name, item in contents(data) if is_kept(name, languages)]
    names = b"".join(name.encode("ascii") + b"\0" for name, _ in kept)
    name_at, item_at = 4 + 8 * len(kept), _aligned(4 + 8 * len(kept) + len(names))
    table, items = [], []
    for name, item in kept:
        table.append(struct.pack("<II", name_at, item_at))
        items.append(item.ljust(_aligned(len(item)), b"\0"))
        name_at += len(name) + 1
        item_at += _aligned(len(item))
    toc = struct.pack("<I", len(kept)) + b"".join(table) + names
    return header + toc.ljust(_aligned(len(toc)), b"\0") + b"".join(items)


def rebuild(library: Path, target: Path, languages: Collection[str]) -> None:
    """Write to `target` a smaller copy of `library`, by binutils' objcopy and ld.

    Raises ValueError when the library holds no ICU data, CalledProcessError when binutils refuse.
    """
    content = library.read_bytes()
    at = content.index(_MAGIC + b"\x14\0") - 2
    symbol = re.search(rb"icudt\d+_dat", content)
    if symbol is None:
        raise ValueError(library.name)
    with tempfile.TemporaryDirectory() as scratch:
        _link(shrunk(content[at:], languages), symbol[0].decode(), library.name, Path(scratch))
        target.write_bytes((Path(scratch) / library.name).read_bytes())


def _link(data: bytes, symbol: str, name: str, scratch: Path) -> None:
    (scratch / "data").write_bytes(data)
    commands = [
        ["ld", "-r", "-b", "binary", "-o", "wrapped.o", "data"],
        [
            "objcopy",
            "--rename-section=.data=.rodata,alloc,load,readonly,data,contents",
            f"--set-section-alignment=.rodata={ALIGNMENT}",
            f"--redefine-sym=_binary_data_start={symbol}",
            "wrapped.o",
            "named.o",
        ],
        ["ld", "-shared", "-soname", name, "-z", "noexecstack", "-o", name, "named.o"],
    ]
    for command in commands:
        subprocess.run(command, cwd=scratch, check=True)  # noqa: S603 - three fixed commands, above


def _aligned(size: int) -> int:
    return -(-size // ALIGNMENT) * ALIGNMENT


if __name__ == "__main__":
    rebuild(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
