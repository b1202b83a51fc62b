"""What can go wrong when a copy of a record comes back from a stick or a folder, as typed errors.

It must not hold sentences: `ui.messages` finds the words.
"""

from __future__ import annotations

from iroc_desktop.domain.errors import ExpectedError


class CopyNotThereError(ExpectedError):
    """The place that was given holds no copy of a record."""


class EarlierKeyError(ExpectedError):
    """The copy is locked with a key that was replaced since; only a record that is closed can take it."""


class OtherRecordError(ExpectedError):
    """The copy is of another record than the one in this data folder; neither was touched."""
