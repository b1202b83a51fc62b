"""Words that were freed are not to be found in the memory of the process any more, once it was overwritten.

These tests must not hold the words themselves while they look: each process is asked for a number of its own.
"""

from __future__ import annotations

import subprocess
import sys
from typing import Final

import pytest

from iroc_desktop.system.memory import overwrite_freed, overwrite_freed_here

SAYING: Final = """
import gc, re, sys
from iroc_desktop.system.memory import overwrite_freed

def found():
    # spelled in pieces, so that looking for it puts no copy anywhere
    pattern = re.compile(b"[Q]uillfeather-likes-[0-9]+-mornings")
    count = 0
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps.readlines():
            place, rights, *_, name = (*line.split()[:2], line.split()[-1])
            if "w" not in rights or name.startswith("[v"):
                continue
            low, high = (int(each, 16) for each in place.split("-"))
            memory.seek(low)
            while low < high:
                part = memory.read(min(high - low, 1 << 20))
                count += len(pattern.findall(part))
                low += len(part)
                del part
    return count

def say(number):
    return "-".join(("Quillfeather", "likes", str(number), "mornings"))

words = [say(number) for number in range(20_000)]
pages = [say(number) * 40 for number in range(500)]
kept = len(words) + len(pages)
assert found() >= kept, "the words were there"
del words, pages
gc.collect()
left = found()
if sys.argv[1] == "overwrite":
    overwrite_freed()
print(kept, left, found())
"""


def told(mode: str) -> tuple[int, int, int]:
    answer = subprocess.run(
        [sys.executable, "-c", SAYING, mode], capture_output=True, text=True, check=True, timeout=60
    )
    kept, left, after = map(int, answer.stdout.split())
    return kept, left, after


@pytest.mark.skipif(sys.platform != "linux", reason="looks into the process through /proc")
def test_freed_words_are_gone_after_overwriting_but_for_a_remnant_and_would_stay_without() -> None:
    kept, left, after = told("overwrite")
    assert left > kept / 10
    assert after < left / 50
    _, left, after = told("leave")
    assert after > left / 10


def test_what_is_in_use_stays_as_it_is() -> None:
    words = [f"a morning {number}" for number in range(1_000)]
    pages = [bytes([number % 251]) * 5_000 for number in range(200)]
    overwrite_freed()
    overwrite_freed_here()
    assert words == [f"a morning {number}" for number in range(1_000)]
    assert pages == [bytes([number % 251]) * 5_000 for number in range(200)]
