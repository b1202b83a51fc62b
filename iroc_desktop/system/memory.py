"""Overwrites what was freed: words and pages stay in freed memory until something else is put there.

It must not be needed for anything to work: where a library cannot be asked, less is overwritten.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_STEP: Final = 16
"""Both Python and the C library hand memory out in multiples of this."""
_HEADER: Final = sys.getsizeof(b"")
_PYTHONS: Final = range(64, 512 + _STEP, _STEP)
"""Sizes that Python keeps for itself and can hold a word; what is larger comes from the C library."""
_LIBRARYS: Final = (*range(24, 1_048, _STEP), *range(1_280, 8_448, 256))
"""What is larger is pages, which are given back whole."""
_EACH_BYTES: Final = 1_000_000
"""Filled for each of Python's sizes; more than is ever free of one."""
_POOLS_BYTES: Final = 24_000_000
"""Filled once more, for the pools that no size owns."""
_BLOCKS: Final = 120
"""Filled for each of the C library's sizes, after it has given whole pages back."""


def overwrite_freed() -> None:
    """Fill with zeros what Python and this thread hold free, and give whole pages back to the system.

    Takes some tens of milliseconds. What is still in use is not touched.
    """
    _overwrite_pythons()
    overwrite_freed_here()


def overwrite_freed_here() -> None:
    """Do the same for what the C library keeps for this thread alone; Linux only."""
    if sys.platform == "linux":
        _overwrite_librarys(ctypes.CDLL(None))


def _overwrite_pythons() -> None:
    filled = [bytes(size - _HEADER) for size in _PYTHONS for _ in range(_EACH_BYTES // size)]
    largest = _PYTHONS[-1]
    filled += [bytes(largest - _HEADER) for _ in range(_POOLS_BYTES // largest)]
    filled.clear()


def _overwrite_librarys(library: ctypes.CDLL) -> None:
    if not hasattr(library, "malloc_trim"):
        return
    library.calloc.restype = ctypes.c_void_p
    library.calloc.argtypes = (ctypes.c_size_t, ctypes.c_size_t)
    library.free.argtypes = (ctypes.c_void_p,)
    library.malloc_trim.argtypes = (ctypes.c_size_t,)
    # the pages go first: the system hands them out again as zeros
    library.malloc_trim(0)
    filled = [library.calloc(1, size) for size in reversed(_LIBRARYS) for _ in range(_BLOCKS)]
    for block in filled:
        library.free(block)
    library.malloc_trim(0)
