"""A bundle comes back as it was packed, only for whom it was sealed, only from whom one knows.

These tests must not write a file.
"""

from __future__ import annotations

import zlib

import pytest

from iroc_desktop.domain.bundles import (
    BundleBrokenError,
    BundleTooLargeError,
    BundleTooNewError,
    NotForThisMachineError,
    SenderUnknownError,
)
from iroc_desktop.domain.operations import canonical
from iroc_desktop.exchange import inside
from iroc_desktop.exchange.envelope import opened, sealed
from iroc_desktop.exchange.inside import packed, unpacked
from tests.exchange.making import Machine, bundle, forged, header

ONE, TWO, STRANGER = Machine("pc-1"), Machine("pc-2"), Machine("pc-9")


def test_a_bundle_comes_back_as_it_was_packed() -> None:
    content = packed(bundle(), [TWO.recipient], ONE.signing.sign)
    assert unpacked(content, TWO.recipient, ONE.signed)[0] == bundle()


def test_only_those_it_was_sealed_for_open_it() -> None:
    data = sealed(packed(bundle(), [TWO.recipient], ONE.signing.sign), [TWO.recipient])
    assert unpacked(opened(data, str(TWO.identity)), TWO.recipient, ONE.signed)[0] == bundle()
    with pytest.raises(NotForThisMachineError):
        opened(data, str(STRANGER.identity))


def test_nothing_of_it_can_be_read_and_its_size_says_little() -> None:
    sizes = set()
    for count in (1, 3, 30):
        data = sealed(packed(bundle(count=count), [TWO.recipient], ONE.signing.sign), [TWO.recipient])
        assert "Zoë".encode() not in data
        assert b"pc-1" not in data
        sizes.add(len(data))
    # age itself adds some random bytes to its header
    assert max(sizes) - min(sizes) < 1_000
    assert max(sizes) < 70_000


def test_a_bundle_of_a_machine_that_is_not_trusted_is_refused() -> None:
    content = packed(bundle(), [TWO.recipient], STRANGER.signing.sign)
    with pytest.raises(SenderUnknownError):
        unpacked(content, TWO.recipient, ONE.signed)


def test_a_bundle_that_was_handed_on_to_another_machine_is_refused() -> None:
    content = packed(bundle(), [STRANGER.recipient], ONE.signing.sign)
    with pytest.raises(BundleBrokenError):
        unpacked(content, TWO.recipient, ONE.signed)


def test_a_trusted_machine_cannot_speak_for_another() -> None:
    content = packed(bundle("pc-2"), [TWO.recipient], ONE.signing.sign)
    with pytest.raises(BundleBrokenError):
        unpacked(content, TWO.recipient, ONE.signed)


def test_every_cut_off_bundle_is_refused() -> None:
    content = packed(bundle(), [TWO.recipient], ONE.signing.sign)
    for length in range(0, 400, 7):
        with pytest.raises((BundleBrokenError, SenderUnknownError)):
            unpacked(content[:length], TWO.recipient, ONE.signed)


def test_a_bundle_that_needs_a_later_program_says_which() -> None:
    with pytest.raises(BundleTooNewError) as told:
        unpacked(forged(ONE, b"{}\n", 9, 7), TWO.recipient, ONE.signed)
    assert told.value.needed == 7


def test_what_a_later_program_wrote_for_this_one_too_is_read() -> None:
    lines = canonical(header(b"", ONE, TWO)) + b"\n"
    assert unpacked(forged(ONE, lines, 9, 1), TWO.recipient, ONE.signed)[0].operations == ()


@pytest.mark.parametrize(
    "lines",
    [
        b"",
        b"[]\n",
        b"{}\n",
        b"null\n",
        b'{"sender": NaN}\n',
        b"\xff\xfe\n",
        b"[" * 100_000 + b"\n",
        canonical(header(b"", ONE, TWO, number=-1)) + b"\n",
        canonical(header(b"", ONE, TWO, number=True)) + b"\n",
        canonical(header(b"", ONE, TWO, vector={"pc-1": "3"})) + b"\n",
        canonical(header(b"", ONE, TWO, sha512="0")) + b"\n",
        canonical(header(b"", ONE, TWO, counts={"operations": 7})) + b"\n",
        canonical(header(b"", ONE, TWO, extra=1)) + b"\n",
        canonical(header(b"{}\n", ONE, TWO)) + b"\n{}\n",
        canonical(header(b'["operation"]\n', ONE, TWO)) + b'\n["operation"]\n',
        canonical(header(b'["erased","person","",""]\n', ONE, TWO)) + b'\n["erased","person","",""]\n',
        canonical(header(b"", ONE, TWO)),
    ],
)
def test_lines_that_are_not_what_they_should_be_are_refused(lines: bytes) -> None:
    with pytest.raises(BundleBrokenError):
        unpacked(forged(ONE, lines), TWO.recipient, ONE.signed)


def test_a_bundle_that_swells_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside, "MOST_INFLATED", 5 << 20)
    lines = canonical(header(b"", ONE, TWO)) + b"\n" + b"\n" * (8 << 20)
    with pytest.raises((BundleTooLargeError, BundleBrokenError)):
        unpacked(forged(ONE, lines), TWO.recipient, ONE.signed)
    with pytest.raises(BundleTooLargeError):
        unpacked(forged(ONE, b"x" * (8 << 20)), TWO.recipient, ONE.signed)


def test_padding_that_says_something_is_refused() -> None:
    lines = canonical(header(b"", ONE, TWO)) + b"\n"
    body = zlib.compress(lines) + b"hidden"
    signature = ONE.signing.sign(inside._signed(1, 1, body))
    content = inside._FRONT.pack(inside.MAGIC, 1, 1, signature) + body
    with pytest.raises(BundleBrokenError):
        unpacked(content, TWO.recipient, ONE.signed)
