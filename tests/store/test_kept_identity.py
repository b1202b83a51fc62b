"""Who a machine is stays when a backup takes the place of the record, whatever revision the backup has.

These tests must not need a golden store.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from iroc_desktop.domain.pairing import MachineCard
from iroc_desktop.domain.peers import OwnMachine, Peer
from iroc_desktop.store.attaching import attached
from tests.fakes.desk import FixedClock
from tests.store.making import STAMP, created, unlocked

EXCHANGE = ("own_card", "peer", "known_replica", "held", "taken")


def test_a_backup_from_before_the_exchange_comes_back_with_the_card_of_today(tmp_path: Path) -> None:
    store = created(tmp_path / "store")
    name = store.backups.take(FixedClock().now()).name
    path = tmp_path / "backups" / name / "iroc.db"
    with attached(store._connection, path):
        for table in EXCHANGE:
            store._connection.execute(text(f"DROP TABLE copy.{table}"))
        store._connection.execute(text("UPDATE copy.alembic_version SET version_num = '0003'"))
        store._connection.commit()
    with store.begin(STAMP) as unit:
        key, replica = unit.peers.signing_key, unit.peers.replica
        own = OwnMachine(MachineCard("one", "PC-1", key, "age1one", "team"), "team", "secret", 3)
        unit.peers.put_own(own)
        unit.peers.put(Peer(MachineCard("two", "PC-2", "aa" * 32, "age1two"), "2026", number=7))
        unit.commit()
    store.backups.bring_back(name, FixedClock().now())
    again = unlocked(tmp_path / "store")
    with again.begin(STAMP) as unit:
        assert unit.peers.own() == own
        assert [each.number for each in unit.peers.all()] == [7]
        assert unit.peers.replica != replica
        assert not unit.taken.all()
        assert not unit.bundles.held()
    again.close()
