"""Settings survive, and a damaged file never stops the program.

These tests must not touch the user's own settings.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from iroc_desktop.system.settings import Settings


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "settings.json"
    chosen = Settings(language="es", theme="dark", text_scale=150, idle_minutes=30, paper="letter")
    chosen.save(file)
    assert Settings.load(file) == chosen


def test_without_a_file_there_is_no_language_yet(tmp_path: Path) -> None:
    assert Settings.load(tmp_path / "settings.json") == Settings(language="")


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"language": "es"', "\x00\x01"])
def test_a_damaged_file_means_the_standard(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(damage, "utf-8")
    assert Settings.load(file) == Settings()


def test_bytes_that_are_no_text_mean_the_standard(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(b"\xff\xfe\xff")
    assert Settings.load(file) == Settings()


@pytest.mark.parametrize(
    "senseless",
    ['"idle_minutes": 0', '"idle_minutes": true', '"theme": "pink"', '"text_scale": "200"', '"other": 1'],
)
def test_a_senseless_value_is_ignored_and_the_rest_is_kept(tmp_path: Path, senseless: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"language": "es", ' + senseless + "}", "utf-8")
    assert Settings.load(file) == Settings(language="es")


def test_a_save_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    Settings(language="es").save(file)
    file.with_suffix(".new").mkdir()
    with pytest.raises(IsADirectoryError):
        Settings(language="en").save(file)
    assert Settings.load(file).language == "es"
