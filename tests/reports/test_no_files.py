"""Making, locking and tabulating every kind of paper writes no file: no temporary one, no cache of words.

These tests must not share a process with others, whose caches would hide what is written.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]

CHILD: Final = """
import json, os, sys
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
written = []

def watch(event, given):
    if event == "open" and isinstance(given[0], (str, bytes)):
        mode, flags = given[1], given[2] or 0
        if any(each in (mode or "") for each in "wax+") or flags & WRITES:
            written.append(os.fsdecode(given[0]))
    elif event in ("os.mkdir", "os.rename", "os.link", "os.symlink", "tempfile.mkstemp", "tempfile.mkdtemp"):
        written.append(f"{event} {given[0]}")

sys.dont_write_bytecode = True
sys.addaudithook(watch)
from pathlib import Path
from iroc_desktop.charts.palette import palette_from_tokens
from iroc_desktop.domain.spreadsheets import Table
from iroc_desktop.reports.spreadsheet import csv_bytes, xlsx_bytes
from iroc_desktop.reports.writer import PdfWriter
from tests.reports.test_properties import PRINTS

tokens = json.loads(Path("resources/theme/tokens.json").read_text("utf-8"))
writer = PdfWriter(Path("resources/fonts"), Path("translations"), palette_from_tokens(tokens, "light"))
for _, make in PRINTS.values():
    pdf = make(writer, "es")
    assert writer.protected(pdf, "seven quiet horses") != pdf
table = Table("people", ("name",), (("Zebedee Quill",),) * 2000)
assert csv_bytes(table) and xlsx_bytes([table])
if len(sys.argv) > 1:
    Path(sys.argv[1]).write_text("the planted fault")
print(json.dumps(written))
"""


def written_by(tmp_path: Path, *arguments: str) -> list[str]:
    places = {"HOME": "home", "USERPROFILE": "home", "TMPDIR": "passing", "TEMP": "passing", "TMP": "passing"}
    folders = {name: str(tmp_path / place) for name, place in places.items()}
    for each in folders.values():
        Path(each).mkdir(exist_ok=True)
    environment = {**os.environ, **folders, "MPLCONFIGDIR": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    left = [str(each) for place in ("home", "passing") for each in (tmp_path / place).rglob("*")]
    told = [*json.loads(done.stdout.splitlines()[-1]), *left]
    # which typefaces the machine has: nobody's words
    return [each for each in told if str(tmp_path / "cache") not in each and each != os.devnull]


def test_no_file_is_written_by_any_print(tmp_path: Path) -> None:
    assert written_by(tmp_path) == []


def test_a_file_that_is_written_would_be_seen(tmp_path: Path) -> None:
    fault = tmp_path / "passing" / "fault"
    assert str(fault) in written_by(tmp_path, str(fault))
