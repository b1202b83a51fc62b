"""Every way in which the outside world may disappoint us, as a typed, expected error.

Errors carry fields, never sentences: `ui.messages` and `cli` find the words in the reader's language.
"""

from __future__ import annotations


class ExpectedError(Exception):
    """Something that can happen to a careful user and must be told in one clear sentence.

    Anything that is raised and is not an `ExpectedError` is a bug.
    """
