"""The smaller ICU data keeps what it keeps byte for byte, and leaves out other languages.

It must not need binutils: only the content is tested here, and the frozen program tests the rest.
"""

from __future__ import annotations

import struct

import pytest
from smaller_icu import contents, is_kept, shrunk

HEADER = struct.pack("<H", 32) + b"\xda\x27" + b"\x14\0\0\0\0\0\2\0" + b"CmnD" + bytes(16)

ITEMS = {
    "icudt73l/cnvalias.icu": b"aliases",
    "icudt73l/coll/es.res": b"n before \xc3\xb1".ljust(32, b"."),
    "icudt73l/coll/root.res": b"root",
    "icudt73l/coll/zh.res": b"strokes" * 100,
    "icudt73l/es_ES.res": b"Spain",
    "icudt73l/ibm-813_P100-1995.cnv": b"old" * 100,
    "icudt73l/supplementalData.res": b"about every region",
    "icudt73l/sv.res": b"Sweden",
}


def packed(items: dict[str, bytes]) -> bytes:
    """Return ICU common data with these items, in the order of their names."""
    names = b"".join(name.encode() + b"\0" for name in items)
    name_at, item_at = 4 + 8 * len(items), 4 + 8 * len(items) + len(names)
    table = b""
    for name, item in items.items():
        table += struct.pack("<II", name_at, item_at)
        name_at, item_at = name_at + len(name) + 1, item_at + len(item)
    return HEADER + struct.pack("<I", len(items)) + table + names + b"".join(items.values())


def test_what_is_kept_is_the_same_and_still_in_order() -> None:
    kept = dict(contents(shrunk(packed(ITEMS), {"en", "es"})))
    assert list(kept) == [
        "icudt73l/cnvalias.icu",
        "icudt73l/coll/es.res",
        "icudt73l/coll/root.res",
        "icudt73l/es_ES.res",
        "icudt73l/supplementalData.res",
    ]
    for name, item in kept.items():
        assert item.rstrip(b"\0") == ITEMS[name]


def test_items_stay_where_icu_wants_them() -> None:
    data = shrunk(packed(ITEMS), {"es"})
    (count,) = struct.unpack_from("<I", data, 32)
    offsets = [struct.unpack_from("<II", data, 36 + 8 * place)[1] for place in range(count)]
    assert count == 5
    assert all(offset % 16 == 0 for offset in offsets)


@pytest.mark.parametrize("name", ["zone/sv.res", "fr_CA.res", "brkitr/thaidict.dict", "icudata.lst"])
def test_other_languages_and_word_lists_go(name: str) -> None:
    assert not is_kept(f"icudt73l/{name}", {"en", "es"})


def test_data_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="Nope"):
        list(contents(HEADER.replace(b"CmnD", b"Nope")))
