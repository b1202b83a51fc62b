"""Commands do what they say, and every expected error is one clear line and a non-zero exit.

These tests must not type a passphrase anywhere but into a file.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from iroc_desktop.cli import errors
from iroc_desktop.cli.sentences import told
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import StoreMissingError
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.system.paths import DataFolder
from tests.cli.running import NAME, run


def test_check_says_that_the_record_is_whole(
    data: DataFolder, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, passphrase, "check") == 0
    assert "whole" in capsys.readouterr().out


def test_report_writes_a_pdf_whose_name_and_answer_name_nobody(
    data: DataFolder, passphrase: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "out.pdf"
    assert (
        run(data, passphrase, "report", "--person", "0123", "--language", "es", "--output", str(output)) == 0
    )
    assert len(pypdfium2.PdfDocument(output)) >= 1
    assert NAME not in capsys.readouterr().out


def test_report_lists_people_only_when_asked(
    data: DataFolder, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, passphrase, "report", "--list") == 0
    assert f"01234567  1 conversation  {NAME}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("person_code", "said"), [("0", "fits 2 people"), ("f", "fits 0 people"), ("0999", "no completed")]
)
def test_a_person_that_cannot_be_reported_is_one_clear_line(
    data: DataFolder,
    passphrase: Path,
    capsys: pytest.CaptureFixture[str],
    person_code: str,
    said: str,
) -> None:
    assert run(data, passphrase, "report", "--person", person_code) == 1
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""


def test_a_wrong_passphrase_is_one_clear_line(
    data: DataFolder, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    passphrase.write_text("wrong", "utf-8")
    assert run(data, passphrase, "check") == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_passphrase_file_that_is_not_there_is_one_clear_line(
    data: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, tmp_path / "nowhere", "check") == 1
    assert "passphrase file" in capsys.readouterr().err


def test_a_damaged_record_is_told_and_left_as_it_is(
    data: DataFolder, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data.store / "iroc.db"
    damaged = bytearray(file.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    file.write_bytes(damaged)
    assert run(data, passphrase, "check") == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert file.read_bytes() == bytes(damaged)


ALL_ERRORS = (
    errors.BackupsNotWholeError(("20260101-000000",)),
    errors.NoBackupsError(),
    errors.NoBundlesError(),
    errors.NoMachinesError(),
    errors.MachineNotKnownError("PC-9"),
    errors.NoPassphraseError(),
    errors.NoRecordHereError(Path("somewhere")),
    errors.NothingToReportError(),
    errors.PassphraseFileError(),
    errors.PersonNotSingledOutError(2),
    errors.RecordNotWholeError(("x",)),
    errors.RecordWillNotOpenError(StoreMissingError(), ""),
)


@pytest.mark.parametrize("error", ALL_ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_of_the_command_line_has_words(error: ExpectedError) -> None:
    assert "\n" not in told(error, untranslated())
    assert {type(error) for error in ALL_ERRORS} == set(_own_errors())


def _own_errors() -> list[type[ExpectedError]]:
    return [each for each in ExpectedError.__subclasses__() if each.__module__ == errors.__name__]
