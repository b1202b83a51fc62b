"""The inside of a bundle: a signature over compressed lines of JSON, the first of which says what follows.

It must not believe a line before the signature of a trusted machine was checked.

History of the format:
    1   first: header, erasures, operations. Each line but the first is a list that begins with its kind.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from iroc_desktop.domain.bundles import (
    Bundle,
    BundleBrokenError,
    BundleFront,
    BundleTooLargeError,
    BundleTooNewError,
    SenderUnknownError,
    SignedHead,
)
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.operations import JsonValue, Operation, canonical
from iroc_desktop.domain.pairing import MachineCard
from iroc_desktop.exchange.lines import (
    LineError,
    erased_from,
    erased_line,
    head_from,
    head_line,
    operation_from,
    operation_line,
)
from iroc_desktop.exchange.strict_json import NotStrictError, strict
from iroc_desktop.services.courier import Sign, SignedBy

MAGIC: Final = b"IROCSYNC"
FORMAT: Final = 1
MIN_READER: Final = 1
_FRONT: Final = struct.Struct(">8sHH64s")

MOST_INFLATED: Final = 1 << 30
"""Bytes of all lines together."""
LONGEST_LINE: Final = 4 << 20
_CHUNK: Final = 1 << 20

SMALLEST: Final = 64 * 1024
"""Bytes of a bundle, at least; the next power of two otherwise, so that its size says little."""


def packed(bundle: Bundle, recipients: Iterable[str], sign: Sign) -> bytes:
    """Return a bundle as bytes that `unpacked` reads, padded with zeros; all of it is signed."""
    following = b"".join(_lines(bundle))
    header = {
        "machine": bundle.machine_id,
        "sender": bundle.sender,
        "team": bundle.team,
        "recipients": sorted(recipients),
        "number": bundle.number,
        "vector": dict(bundle.vector),
        "counts": _counts(bundle),
        "sha512": hashlib.sha512(following).hexdigest(),
    }
    body = zlib.compress(canonical(header) + b"\n" + following, 6)
    size = max(SMALLEST, 1 << (_FRONT.size + len(body) - 1).bit_length())
    body = body.ljust(size - _FRONT.size, b"\x00")
    return _FRONT.pack(MAGIC, FORMAT, MIN_READER, sign(_signed(FORMAT, MIN_READER, body))) + body


def unpacked(content: bytes, own_recipient: str, signed_by: SignedBy) -> tuple[Bundle, MachineCard]:
    """Return the bundle that a trusted machine packed for this one, and that machine.

    Raises:
        BundleBrokenError, BundleTooNewError, BundleTooLargeError, SenderUnknownError.
    """
    header, lines, sender = _begun(content, own_recipient, signed_by)
    return _bundle(header, lines), sender


def front_of(content: bytes, own_recipient: str, signed_by: SignedBy) -> tuple[BundleFront, MachineCard]:
    """Return what the first line says, and the machine that packed it: the rest is not inflated.

    Raises:
        BundleBrokenError, BundleTooNewError, BundleTooLargeError, SenderUnknownError.
    """
    header, _, sender = _begun(content, own_recipient, signed_by)
    counts = header["counts"]
    said = (header["machine"], header["team"], header["sender"], header["number"], dict(header["vector"]))
    return BundleFront(*said, counts.get("operations", 0), counts.get("erased", 0)), sender


def _begun(
    content: bytes, own_recipient: str, signed_by: SignedBy
) -> tuple[Mapping[str, JsonValue], Iterator[bytes], MachineCard]:
    (_, written, needed, signature), body = _front(content)
    sender = signed_by(signature, _signed(written, needed, body))
    if sender is None:
        raise SenderUnknownError
    lines = _inflated(body)
    header = _header(next(lines, b""))
    if header["machine"] != sender.machine_id or own_recipient not in header["recipients"]:
        raise BundleBrokenError("header")
    return header, lines, sender


def _lines(bundle: Bundle) -> Iterator[bytes]:
    for each in bundle.erased:
        yield canonical(erased_line(each)) + b"\n"
    for head in bundle.heads:
        yield canonical(head_line(head)) + b"\n"
    for operation in bundle.operations:
        yield canonical(operation_line(operation)) + b"\n"


def _counts(bundle: Bundle) -> dict[str, JsonValue]:
    parts = {"erased": bundle.erased, "heads": bundle.heads, "operations": bundle.operations}
    return {name: len(each) for name, each in parts.items()}


def _signed(written: int, needed: int, body: bytes) -> bytes:
    return b"iroc bundle 1\n" + struct.pack(">HH", written, needed) + hashlib.sha512(body).digest()


def _front(content: bytes) -> tuple[tuple[bytes, int, int, bytes], bytes]:
    if len(content) < _FRONT.size or not content.startswith(MAGIC):
        raise BundleBrokenError("magic")
    front = _FRONT.unpack_from(content)
    if front[2] > FORMAT:
        raise BundleTooNewError(front[2])
    return front, content[_FRONT.size :]


def _inflated(body: bytes) -> Iterator[bytes]:
    """Yield line after line, never holding more than one and a chunk."""
    inflate, total, rest = zlib.decompressobj(), 0, b""
    pending = body
    while not inflate.eof:
        try:
            chunk = inflate.decompress(pending, _CHUNK)
        except zlib.error:
            raise BundleBrokenError("zlib") from None
        pending = inflate.unconsumed_tail
        total += len(chunk)
        if total > MOST_INFLATED:
            raise BundleTooLargeError
        if not chunk and not pending and not inflate.eof:
            raise BundleBrokenError("cut off")
        *whole, rest = (rest + chunk).split(b"\n")
        if len(rest) > LONGEST_LINE:
            raise BundleTooLargeError
        yield from whole
    if rest or inflate.unused_data.strip(b"\x00"):
        raise BundleBrokenError("end")


def _header(line: bytes) -> Mapping[str, JsonValue]:
    header = _strict(line)
    if not isinstance(header, dict) or {name: type(value) for name, value in header.items()} != _HEADER:
        raise BundleBrokenError("header")
    texts = header["recipients"]
    numbers = [header["number"], *header["vector"].values(), *header["counts"].values()]
    if not all(isinstance(each, str) for each in texts) or not all(map(_is_count, numbers)):
        raise BundleBrokenError("header")
    return header


_HEADER: Final = {
    "machine": str,
    "sender": str,
    "team": str,
    "recipients": list,
    "number": int,
    "vector": dict,
    "counts": dict,
    "sha512": str,
}


def _is_count(value: JsonValue) -> bool:
    return type(value) is int and value >= 0


def _bundle(header: Mapping[str, JsonValue], lines: Iterator[bytes]) -> Bundle:
    digest = hashlib.sha512()
    erased, heads, operations = list[Erased](), list[SignedHead](), list[Operation]()
    try:
        for line in lines:
            digest.update(line + b"\n")
            given = _strict(line)
            kind = given[0] if isinstance(given, list) and given else None
            if kind == "erased":
                erased.append(erased_from(given))
            elif kind == "head":
                heads.append(head_from(given))
            else:
                operations.append(operation_from(given))
    except LineError as error:
        raise BundleBrokenError(str(error)) from None
    vector, number = dict(header["vector"]), header["number"]
    said = (header["machine"], header["team"], header["sender"])
    read = Bundle(*said, number, vector, tuple(erased), tuple(operations), tuple(heads))
    if _counts(read) != header["counts"] or digest.hexdigest() != header["sha512"]:
        raise BundleBrokenError("counts")
    return read


def _strict(line: bytes) -> JsonValue:
    try:
        return strict(line)
    except NotStrictError as error:
        raise BundleBrokenError(str(error)) from None
