"""The practice store: fictional people in a folder of their own, fresh each time it is opened.

It must not touch the real store, nor keep anything of what was practised.
"""

from __future__ import annotations

import secrets
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Final

from iroc_desktop.domain.people import Organisation, Practitioner
from iroc_desktop.domain.wording import Pack
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.services.ports import Clock, NewId, ReportWriter
from iroc_desktop.services.practice import fill_practice_store
from iroc_desktop.services.work import Work
from iroc_desktop.store.key_derivation import Cost
from iroc_desktop.store.vault import FolderVault
from iroc_desktop.system.content.practice import load_practice
from iroc_desktop.system.drives import is_removable

QUICK: Final = Cost(passes=1, memory=8 * 1024, lanes=1)
"""Nobody guesses at a random passphrase that guards fictional people: opening need not be slow."""


def open_practice(
    folder: Path,
    resources: Path,
    pack: Pack,
    phrases: Phrases,
    writer: ReportWriter,
    clock: Clock,
    new_id: NewId,
) -> Desk:
    """Return a desk over a new store with the fictional people; closing it removes the folder.

    The passphrase is random and forgotten: nobody is asked for it, nobody can open the leftovers.
    """
    shutil.rmtree(folder, ignore_errors=True)
    practitioner = Practitioner(new_id(), phrases.text("Practice"))
    vault = FolderVault(folder, is_removable=is_removable, cost=QUICK)
    store, _ = vault.create(secrets.token_hex(), practitioner.id)
    work = Work(store, practitioner.id, clock, new_id)
    people = load_practice(_people_file(resources, phrases.language), resources / "schemas", pack.instrument)
    organisation = Organisation(phrases.text("Practice people"))
    fill_practice_store(work, pack.instrument, people, practitioner, organisation, phrases.language)
    desk = open_desk(store, practitioner.id, pack, writer, clock, new_id)

    def close() -> None:
        store.close()
        shutil.rmtree(folder, ignore_errors=True)

    return replace(desk, close=close, backups=None)


def _people_file(resources: Path, language: str) -> Path:
    own = resources / "practice" / f"people.{language}.yaml"
    return own if own.exists() else resources / "practice" / "people.en.yaml"
