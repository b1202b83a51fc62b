"""What campaigns have found so far, batch by batch, so that a long run can be stopped and gone on with.

It must not add up what was found with two different programs, nor count one batch twice.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]


class Tally:
    """A file with one line for each batch that has come back."""

    def __init__(self, path: Path) -> None:
        """Read what was found with this very program; other lines stay and do not count."""
        self._path = path
        self._program = program_digest()
        self._batches: dict[tuple[str, int], Counter[str]] = {}
        for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
            read = json.loads(line)
            if read["program"] == self._program:
                self._batches[read["campaign"], read["batch"]] = Counter(read["found"])

    def has(self, campaign: str, batch: int) -> bool:
        """Return whether a batch has come back already."""
        return (campaign, batch) in self._batches

    def batches(self, campaign: str) -> int:
        """Return how many batches of a campaign have come back."""
        return sum(name == campaign for name, _ in self._batches)

    def add(self, campaign: str, batch: int, found: Mapping[str, int]) -> None:
        """Write down what a batch has found."""
        self._batches[campaign, batch] = Counter(found)
        line = {"campaign": campaign, "batch": batch, "program": self._program, "found": dict(found)}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as written:
            written.write(json.dumps(line) + "\n")

    def found(self, campaign: str) -> Counter[str]:
        """Return what all batches of a campaign have found together."""
        total: Counter[str] = Counter()
        for each in self._of(campaign):
            # not +=, which would leave out what was found 0 times
            total.update(each)
        return total

    def _of(self, campaign: str) -> Iterator[Counter[str]]:
        return (found for (name, _), found in self._batches.items() if name == campaign)


def program_digest() -> str:
    """Return which program this is: a digest of its store and services, and of the campaigns themselves."""
    digest = hashlib.sha256()
    folders = [ROOT / "iroc_desktop" / name for name in ("domain", "services", "store")]
    for file in sorted(each for folder in (*folders, Path(__file__).parent) for each in folder.rglob("*")):
        if file.suffix in {".py", ".c"}:
            digest.update(f"{file.relative_to(ROOT)}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
