"""The command `check`: reads the whole record through, and says whether it is whole.

It must not mend anything.
"""

from __future__ import annotations

from iroc_desktop.cli.errors import RecordNotWholeError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.store.vault import FolderVault
from iroc_desktop.store.verification import Report
from iroc_desktop.system.drives import is_removable
from iroc_desktop.system.paths import DataFolder


def check(data: DataFolder, passphrase: str, phrases: Phrases) -> str:
    """Return the line that says how much was checked.

    Raises:
        RecordNotWholeError: if anything does not fit.
        ExpectedError: whatever unlocking refuses.
    """
    store, _ = FolderVault(data.store, is_removable=is_removable).unlock(passphrase)
    try:
        report = store.verify()
    finally:
        store.close()
    if not report.good:
        raise RecordNotWholeError(_faults(report))
    return phrases.plural(
        "The record is whole: {count} entry in its log, every table as the log says.",
        "The record is whole: {count} entries in its log, every table as the log says.",
        report.operations,
    )


def _faults(report: Report) -> tuple[str, ...]:
    chains = tuple(f"chain {fault}" for fault in report.chain_faults)
    heads = tuple(f"head {replica}" for replica in report.head_faults)
    fold = () if report.fold_matches else ("tables",)
    return (*report.file_faults, *chains, *heads, *fold)
