"""Campaign M: the system ends this process at the first socket that is not between programs of this machine.

It must not be undone: not even this process can, nor whatever it starts. C code counts as much as Python.
"""

from __future__ import annotations

import ctypes
import faulthandler
import platform
import signal
import struct
import sys
from typing import Final

_SOCKET: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""How the kernel names the processor, and the number of its call `socket`."""
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _END = 0x7FFF0000, 0x00030000
_NUMBER, _PROCESSOR, _FAMILY = 0, 4, 16
"""Where a call's number, the processor and the first argument lie in what a filter is given."""
_UNIX: Final = 1


def can_forbid() -> bool:
    """Return whether this system can be asked to."""
    return sys.platform == "linux" and platform.machine() in _SOCKET


def forbid_network() -> None:
    """From now on this process, and whatever it starts, ends with SIGSYS when it asks for a network socket.

    Raises:
        OSError: if the system refuses to watch.
    """
    processor, number = _SOCKET[platform.machine()]
    program = b"".join(
        struct.pack("HBBI", *line)
        for line in (
            (_LOAD, 0, 0, _PROCESSOR),
            (_IF_EQUAL, 0, 5, processor),
            (_LOAD, 0, 0, _NUMBER),
            (_IF_EQUAL, 0, 2, number),
            (_LOAD, 0, 0, _FAMILY),
            (_IF_EQUAL, 0, 1, _UNIX),
            (_RETURN, 0, 0, _ALLOW),
            (_RETURN, 0, 0, _END),
        )
    )
    lines = ctypes.create_string_buffer(program)
    told = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(lines))
    call = ctypes.CDLL(None, use_errno=True).prctl
    call.argtypes = (ctypes.c_int, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong)
    if call(_NO_NEW_PRIVILEGES, 1, None, 0, 0) or call(_SECCOMP, _FILTER, told, 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp")
    # says where it was on its way out
    faulthandler.register(signal.SIGSYS, chain=True)
