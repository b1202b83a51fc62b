"""Joins the ports to their adapters for one data folder.

It must not import a heavy library: `late` does that when it is needed.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from iroc_desktop.app.late import LateVault, LateWriter
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.system.clock import SystemClock, random_id
from iroc_desktop.system.paths import STANDARD_PACK, DataFolder, resources, translations
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.application.surroundings import Surroundings

if TYPE_CHECKING:
    from iroc_desktop.domain.wording import Pack
    from iroc_desktop.services.desk import Desk
    from iroc_desktop.services.ports import Store
    from iroc_desktop.ui.tasks.serial_runner import SerialRunner


@cache
def pack() -> Pack:
    """Return the instrument's pack, read once."""
    from iroc_desktop.system.content.packs import load_pack

    return load_pack(resources() / "packs" / STANDARD_PACK, resources() / "schemas")


@cache
def ui_phrases(language: str) -> Phrases:
    """Return the program's own sentences in a language, read once."""
    return Phrases.load(translations(), "ui", language)


def surroundings_of(data: DataFolder, runner: SerialRunner) -> Surroundings:
    """Return what the application works in."""
    clock = SystemClock()
    vault = LateVault(data.store)
    writer = LateWriter(resources(), translations())

    def desk_on(store: Store, practitioner_id: str) -> Desk:
        from iroc_desktop.exchange.courier import StickCourier
        from iroc_desktop.services.desk import open_desk

        return open_desk(store, practitioner_id, pack(), writer, clock, random_id, vault, StickCourier())

    def practice_in(language: str) -> Desk:
        from iroc_desktop.app.practice import open_practice

        phrases = ui_phrases(language)
        return open_practice(data.practice, resources(), pack(), phrases, writer, clock, random_id)

    def save(settings: Settings) -> None:
        settings.save(data.settings)

    return Surroundings(
        runner=runner,
        vault=vault,
        writer=writer,
        open_desk=desk_on,
        open_practice=practice_in,
        phrases=ui_phrases,
        save_settings=save,
        clock=clock,
        new_id=random_id,
        resources=resources(),
        data_folder=data.root,
    )
