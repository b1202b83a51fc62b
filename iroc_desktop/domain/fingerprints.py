"""Short letters that tell one printed sheet from another, and the digest behind them.

They must not say anything about whose sheet it is.
"""

from __future__ import annotations

import base64
import hashlib

from iroc_desktop.domain.operations import JsonValue, canonical


def digest_of(said: JsonValue) -> str:
    """Return SHA-256 over plain JSON values, in hexadecimal digits."""
    return hashlib.sha256(canonical(said)).hexdigest()


def fingerprint_of(digest: str) -> str:
    """Return six letters and digits of a digest, such as "7F3K-22"."""
    letters = base64.b32encode(bytes.fromhex(digest)).decode()[:6]
    return f"{letters[:4]}-{letters[4:]}"
