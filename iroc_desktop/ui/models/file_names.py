"""The name that a saved paper is offered: what kind it is, its day, and the code that stands on it.

It must not say whose it is: names of files are read by others, copied and remembered.
"""

from __future__ import annotations


def pdf_name(kind: str, day: str, fingerprint: str) -> str:
    """Return such a name; `day` is as in ISO 8601, or empty for a paper without one."""
    return "-".join(filter(None, (kind, day, fingerprint))) + ".pdf"
