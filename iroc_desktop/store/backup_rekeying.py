"""Backups and records that were set aside: given today's key file, and locked with today's data key.

It must not touch a copy of another record, nor take away one before its successor is whole.
"""

from __future__ import annotations

import logging
import shutil
from contextlib import suppress
from pathlib import Path

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import StoreDamagedError
from iroc_desktop.store import engine, key_file
from iroc_desktop.store.backup_copies import copy_folder
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.durable_files import sync_folder
from iroc_desktop.store.key_file import KeyFile
from iroc_desktop.store.places import ANEW, BACKUPS, OUTDATED, copies_of

log = logging.getLogger(__name__)


def bring_up_to_date(store_folder: Path, keys: KeyFile, key: DataKey) -> bool:
    """Give every copy of this record today's key file, and today's data key; return whether all have them.

    One that the disk refuses is tried again at the next unlock.
    """
    done = True
    try:
        _finish_interrupted(store_folder)
        copies = copies_of(store_folder)
    except OSError:
        return False
    for each in copies:
        try:
            _bring_one(each, keys, key)
        except (ExpectedError, OSError) as error:
            log.warning("a copy was not locked anew: %s", type(error).__name__)
            done = False
    return done


def _bring_one(copy: Path, keys: KeyFile, key: DataKey) -> None:
    try:
        own = key_file.read(copy)
    except ExpectedError:
        return
    if own.vault_id != keys.vault_id or own.edition >= keys.edition:
        return
    old = _former_key(own, keys, key)
    if old is not None:
        try:
            _lock_anew(copy, old, key, keys)
        finally:
            old.wipe()
    elif own.key_id in {keys.key_id, ""}:
        key_file.write(copy, keys)


def _former_key(own: KeyFile, keys: KeyFile, key: DataKey) -> DataKey | None:
    """Return the former key that a copy is locked with; None if it is today's, or an unknown one."""
    if own.format == 1:
        # in those days no data key was ever replaced: it was the first
        return keys.former[0].opened(key, keys.vault_id) if keys.former else None
    found = (each for each in keys.former if each.key_id == own.key_id)
    return next((each.opened(key, keys.vault_id) for each in found), None)


def _lock_anew(copy: Path, old: DataKey, new: DataKey, keys: KeyFile) -> None:
    anew, outdated = (copy.with_name(f"{copy.name}{ending}") for ending in (ANEW, OUTDATED))
    shutil.rmtree(anew, ignore_errors=True)
    try:
        copy_folder(copy, anew)
        for file in anew.glob("*.db"):
            # damaged is damaged; but its old key file must not stay, and the new one leads to its key as well
            with suppress(StoreDamagedError):
                engine.lock_anew(file, old, new)
        key_file.write(anew, keys)
        sync_folder(anew)
    except BaseException:
        shutil.rmtree(anew, ignore_errors=True)
        raise
    copy.rename(outdated)
    anew.rename(copy)
    sync_folder(copy.parent)
    shutil.rmtree(outdated, ignore_errors=True)


def _finish_interrupted(store_folder: Path) -> None:
    for parent in (store_folder.parent / BACKUPS, store_folder.parent):
        if not parent.is_dir():
            continue
        for each in list(parent.iterdir()):
            if each.suffix == ANEW:
                shutil.rmtree(each, ignore_errors=True)
        for each in list(parent.iterdir()):
            # the store's own is seen to by whoever opened it
            if each.suffix == OUTDATED and each.stem != store_folder.name:
                _settle(each)


def _settle(outdated: Path) -> None:
    if outdated.with_suffix("").exists():
        shutil.rmtree(outdated, ignore_errors=True)
    else:
        outdated.rename(outdated.with_suffix(""))
