"""The passphrase comes from a file, a pipe or a prompt, and every trouble on the way is one clear line."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from iroc_desktop.__main__ import main
from iroc_desktop.system.paths import DataFolder
from tests.cli.running import NAME, PASSPHRASE, run

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files to an account in another way")


class Piped(io.StringIO):
    """Something that is no keyboard."""

    def isatty(self) -> bool:
        """Return False."""
        return False


class Typed(Piped):
    """A keyboard."""

    def isatty(self) -> bool:
        """Return True."""
        return True


@POSIX
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
def test_a_passphrase_file_that_others_may_read_is_warned_of_and_used(
    data: DataFolder, passphrase: Path, capsys: Captured, mode: int
) -> None:
    passphrase.chmod(mode)
    assert run(data, passphrase, "check") == 0
    assert "other accounts on this machine may read the passphrase file" in capsys.readouterr().err


def test_a_private_one_is_not_warned_of(data: DataFolder, passphrase: Path, capsys: Captured) -> None:
    assert run(data, passphrase, "check") == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("content", [PASSPHRASE.encode(), f"\ufeff{PASSPHRASE}\r\n".encode()])
def test_a_file_of_any_editor_will_do(
    data: DataFolder, passphrase: Path, capsys: Captured, content: bytes
) -> None:
    passphrase.write_bytes(content)
    assert run(data, passphrase, "check") == 0


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00", b"x" * 100_000])
def test_a_file_without_a_passphrase_is_one_clear_line(
    data: DataFolder, passphrase: Path, capsys: Captured, content: bytes
) -> None:
    passphrase.write_bytes(content)
    assert run(data, passphrase, "check") == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_a_folder_instead_of_a_file_is_one_clear_line(
    data: DataFolder, tmp_path: Path, capsys: Captured
) -> None:
    assert run(data, tmp_path, "check") == 1
    assert "passphrase file" in capsys.readouterr().err.splitlines()[-1]


def test_it_can_be_piped_in(data: DataFolder, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(f"{PASSPHRASE}\nmore\n"))
    assert main(["check", "--data-dir", str(data.root)]) == 0
    assert "whole" in capsys.readouterr().out


def test_an_empty_pipe_is_one_clear_line(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(""))
    assert main(["check", "--data-dir", str(data.root)]) == 1
    assert "No passphrase was given." in capsys.readouterr().err


@pytest.mark.parametrize(("raised", "code"), [(KeyboardInterrupt, 130), (EOFError, 1)])
def test_thinking_better_of_it_at_the_prompt_shows_no_trace(
    data: DataFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
    raised: type[BaseException],
    code: int,
) -> None:
    def leave(_: str) -> str:
        raise raised

    monkeypatch.setattr(sys, "stdin", Typed())
    monkeypatch.setattr("iroc_desktop.cli.opening.getpass", leave)
    assert main(["check", "--data-dir", str(data.root)]) == code
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "backup", "restore", "report"])
def test_a_folder_without_a_record_is_told_before_anybody_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, command: str
) -> None:
    def ask(_: str) -> str:
        raise AssertionError("asked in vain")

    monkeypatch.setattr("iroc_desktop.cli.opening.getpass", ask)
    folder = tmp_path / "nothing here"
    assert main([command, "--data-dir", str(folder)]) == 1
    assert str(folder) in capsys.readouterr().err
    assert not folder.exists()


def test_a_passphrase_that_no_file_could_hold_is_wrong_and_nothing_worse(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(sys, "stdin", Piped("\udcff\ud800 not it\n"))
    assert main(["check", "--data-dir", str(data.root)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def child(
    data: DataFolder, tmp_path: Path, *command: str, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a program of its own, with its home and temporary folder in sight."""
    for each in ("home", "temporary"):
        (tmp_path / each).mkdir(exist_ok=True)
    places = {"HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "temporary")}
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "iroc_desktop", *command, "--data-dir", str(data.root)],
        cwd=ROOT,
        env={**kept, **places, **environment},
        input=PASSPHRASE.encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_a_report_leaves_nothing_in_the_temporary_folder_or_at_home(data: DataFolder, tmp_path: Path) -> None:
    output = tmp_path / "paper" / "summary.pdf"
    output.parent.mkdir()
    done = child(data, tmp_path, "report", "--person", "0123", "--output", str(output))
    assert (done.returncode, done.stderr) == (0, b"")
    assert [each.name for each in output.parent.iterdir()] == ["summary.pdf"]
    left = [
        each for place in ("home", "temporary") for each in (tmp_path / place).rglob("*") if each.is_file()
    ]
    assert left == []


def test_a_console_without_accents_lists_people_all_the_same(data: DataFolder, tmp_path: Path) -> None:
    done = child(data, tmp_path, "report", "--list", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert NAME.encode() in done.stdout
