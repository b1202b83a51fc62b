"""The outside of a bundle: age, with one recipient for each machine it is for.

It must not sign or look inside: age tells nobody who the sender was.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyrage
from pyrage import x25519

from iroc_desktop.domain.bundles import NotForThisMachineError


def sealed(content: bytes, recipients: Sequence[str]) -> bytes:
    """Return content that only these age recipients open.

    Raises:
        ValueError: if a recipient is no X25519 recipient, or there is none.
    """
    if not recipients:
        raise ValueError
    keys = [x25519.Recipient.from_str(each) for each in recipients]
    return bytes(pyrage.encrypt(content, keys))


def opened(data: bytes, identity: str) -> bytes:
    """Return the content of a sealed bundle.

    Raises:
        NotForThisMachineError: if this machine's identity does not open it, or it was altered.
    """
    try:
        return bytes(pyrage.decrypt(data, [x25519.Identity.from_str(identity)]))
    except pyrage.DecryptError as error:
        raise NotForThisMachineError from error
