"""A protected PDF opens with its passphrase and with nothing else, and shows nothing before that."""

from __future__ import annotations

import shutil
import subprocess
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PasswordType, PdfReader

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.export_errors import PdfPassphraseError
from iroc_desktop.domain.pdf_passphrases import prepared
from iroc_desktop.domain.store_errors import PassphraseTooShortError
from iroc_desktop.reports.protected import protected
from iroc_desktop.reports.writer import PdfWriter
from tests.fakes.paper import empty_pdf
from tests.reports.builders import MY_WORDS, pages, third_conversation

PASSPHRASE = "seven quiet horses"
WRONG = ("", "seven quiet horse", "Seven quiet horses", "seven quiet horses ", "user", "owner")


@pytest.fixture(scope="module")
def plain(writer: PdfWriter) -> bytes:
    return writer.summary(third_conversation())


@pytest.fixture(scope="module")
def locked(plain: bytes) -> bytes:
    return protected(plain, PASSPHRASE)


def test_three_programs_open_it_with_the_passphrase_and_find_every_page(plain: bytes, locked: bytes) -> None:
    reader = PdfReader(BytesIO(locked))
    assert reader.decrypt(PASSPHRASE) is PasswordType.USER_PASSWORD
    assert (
        " ".join(page.extract_text() for page in reader.pages).split()
        == " ".join(page.extract_text() for page in PdfReader(BytesIO(plain)).pages).split()
    )
    assert len(pypdfium2.PdfDocument(locked, password=PASSPHRASE)) == len(pages(plain))
    with pikepdf.open(BytesIO(locked), password=PASSPHRASE) as opened:
        assert len(opened.pages) == len(pages(plain))
        assert opened.user_password_matched
        assert not opened.owner_password_matched


@pytest.mark.parametrize("wrong", WRONG)
def test_no_program_opens_it_without(locked: bytes, wrong: str) -> None:
    assert PdfReader(BytesIO(locked)).decrypt(wrong) is PasswordType.NOT_DECRYPTED
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(locked), password=wrong)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(locked, password=wrong)


def test_it_is_aes_256_over_text_streams_and_properties(locked: bytes) -> None:
    with pikepdf.open(BytesIO(locked), password=PASSPHRASE) as opened:
        lock = opened.encryption
        assert (lock.R, lock.bits) == (6, 256)
        assert {each.name for each in (lock.stream_method, lock.string_method, lock.file_method)} == {"aesv3"}
        assert opened.allow.print_highres
        assert opened.allow.accessibility
        encrypt = opened.trailer["/Encrypt"]
        assert encrypt.get("/EncryptMetadata", True)


def test_no_word_or_property_can_be_read_in_it(plain: bytes, locked: bytes) -> None:
    known = (b"I.ROC Desktop", b"My conversation", b"Session")
    # the planted fault: in the plain file they are found
    assert any(each in readable_bytes(plain) for each in known)
    assert not any(each in readable_bytes(locked) for each in known)
    assert MY_WORDS in " ".join(pages(plain))


def test_the_passphrase_itself_is_not_in_it(locked: bytes) -> None:
    for spelled in (PASSPHRASE.encode(), PASSPHRASE.encode("utf-16-be"), PASSPHRASE.encode().hex().encode()):
        assert spelled not in locked


def test_the_same_page_is_locked_anew_each_time(plain: bytes, locked: bytes) -> None:
    assert protected(plain, PASSPHRASE) != locked


def test_the_name_in_its_properties_is_as_neutral_as_before(plain: bytes, locked: bytes) -> None:
    reader = PdfReader(BytesIO(locked), password=PASSPHRASE)
    assert reader.metadata == PdfReader(BytesIO(plain)).metadata


@pytest.mark.parametrize(
    ("passphrase", "error"), [("short", PassphraseTooShortError), ("x" * 128, PdfPassphraseError)]
)
def test_a_passphrase_that_would_not_do_makes_no_file(
    plain: bytes, passphrase: str, error: type[ExpectedError]
) -> None:
    with pytest.raises(error):
        protected(plain, passphrase)


def test_accents_open_it_however_the_keyboard_spells_them(plain: bytes) -> None:
    locked = protected(plain, "el caballo bebe\u0301")
    assert len(pypdfium2.PdfDocument(locked, password="el caballo beb\u00e9")) == len(pages(plain))


@given(st.text(st.characters(), min_size=10, max_size=40))
@settings(deadline=None, max_examples=30)
def test_every_passphrase_that_is_taken_opens_it(passphrase: str) -> None:
    try:
        known = prepared(passphrase)
    except ExpectedError:
        return
    locked = protected(empty_pdf(1), passphrase)
    assert PdfReader(BytesIO(locked)).decrypt(known) is PasswordType.USER_PASSWORD
    assert len(pypdfium2.PdfDocument(locked, password=known)) == 1


POPPLER = shutil.which("pdfinfo") or ""


@pytest.mark.skipif(not POPPLER, reason="Poppler is not installed here")
def test_poppler_asks_for_it_too(locked: bytes, tmp_path: Path) -> None:
    file = tmp_path / "locked.pdf"
    file.write_bytes(locked)
    refused = subprocess.run([POPPLER, str(file)], capture_output=True, check=False)
    opened = subprocess.run([POPPLER, "-upw", PASSPHRASE, str(file)], capture_output=True, check=False)
    assert refused.returncode != 0
    assert b"AES-256" in opened.stdout


def test_nothing_is_written_to_the_disk(
    plain: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    assert protected(plain, PASSPHRASE)
    assert not list(tmp_path.iterdir())


def readable_bytes(pdf: bytes) -> bytes:
    """Return a PDF with every stream that can be inflated, as a curious program would read it."""
    found = [pdf]
    for piece in pdf.split(b"stream\n")[1:] + pdf.split(b"stream\r\n")[1:]:
        inflate = zlib.decompressobj()
        try:
            found.append(inflate.decompress(piece))
        except zlib.error:
            continue
    return b"\n".join(found)
