"""Campaign P: a backup of every generation is brought back, one after the other, and is what was backed up.

It must not compare with anything read from a backup: what each holds was written down when it was taken.
"""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from iroc_desktop.domain.backups import MONTHLY, RECENT, WEEKLY
from iroc_desktop.domain.people import Person
from iroc_desktop.store import backups
from iroc_desktop.store.machine import known
from iroc_desktop.store.unit_of_work import SqlStore
from tests.campaign.desks import PASSPHRASE, desk_on, make_store, vault_in
from tests.campaign.power import scratch
from tests.campaign.session import STORE, rows_of

RESTORED, WRONG, SAME_MACHINE, MISSING = "restored", "wrong", "same machine", "generation missing"
HARMS: Final = frozenset({WRONG, SAME_MACHINE, MISSING})
TODAY: Final = datetime(2026, 11, 24, 8, tzinfo=UTC)


def restore_generations(*, planted: bool = False) -> Counter[str]:
    """Back up for 13 months, then bring every backup that was kept back, the newest first.

    The planted fault brings a record back as the machine that it was.
    """
    outcomes: Counter[str] = Counter()
    become = backups._become_another_machine
    if planted:
        vars(backups)["_become_another_machine"] = lambda _: None
    try:
        with scratch() as folder:
            make_store(folder / STORE)
            # leaving took one, by the clock of this machine
            shutil.rmtree(folder / "backups")
            store, _ = vault_in(folder / STORE).unlock(PASSPHRASE)
            truth = _back_up_for_long(store)
            outcomes[MISSING] = _missing(store)
            machines = {_machine(store)}
            kept = [each.name for each in store.backups.all()]
            for number, name in enumerate(kept):
                store.backups.bring_back(name, TODAY + timedelta(days=1, minutes=number))
                store, _ = vault_in(folder / STORE).unlock(PASSPHRASE)
                outcomes[_outcome(store, truth[name], machines)] += 1
                machines.add(_machine(store))
                _write(store, f"after-{number}")
            outcomes[WRONG] += len(store.backups.set_aside()) != len(kept)
            store.close()
    finally:
        vars(backups)["_become_another_machine"] = become
    return outcomes


def _moments() -> Iterator[datetime]:
    """Yield when backups are taken: monthly at first, then weekly, daily, and every half hour at last."""
    for month in range(13, 2, -1):
        yield TODAY - timedelta(days=30 * month)
    for week in range(10, 1, -1):
        yield TODAY - timedelta(weeks=week)
    for day in range(9, 0, -1):
        yield TODAY - timedelta(days=day)
    for half_hour in range(RECENT + 2):
        yield TODAY + timedelta(minutes=30 * half_hour)


def _back_up_for_long(store: SqlStore) -> dict[str, str]:
    """Return what each backup has to hold, by its name."""
    truth = {}
    for number, moment in enumerate(_moments()):
        _write(store, str(number))
        truth[store.backups.take(moment).name] = _held(store)
    return truth


def _missing(store: SqlStore) -> int:
    """Return how many generations are not there."""
    taken = [each.taken_at for each in store.backups.all()]
    today = sum(each >= TODAY for each in taken)
    weeks = len({each.isocalendar()[:2] for each in taken})
    months = len({(each.year, each.month) for each in taken})
    return max(RECENT - today, 0) + max(WEEKLY - weeks, 0) + max(MONTHLY - months, 0)


def _outcome(store: SqlStore, truth: str, machines: set[str]) -> str:
    if _held(store) != truth or not store.verify().good:
        return WRONG
    return SAME_MACHINE if _machine(store) in machines else RESTORED


def _held(store: SqlStore) -> str:
    """Return a digest of every row, but for the one that says which machine this is."""
    rows = rows_of(store._connection.connection.dbapi_connection)
    held = "\n".join(row for row in rows if not row.startswith("('machine'"))
    return hashlib.sha256(held.encode()).hexdigest()


def _machine(store: SqlStore) -> str:
    replica = known(store._connection).replica
    store._connection.rollback()
    return replica


def _write(store: SqlStore, name: str) -> None:
    desk_on(store).people.save(Person(f"person-{name}", f"Zebedee Quill {name}"))
