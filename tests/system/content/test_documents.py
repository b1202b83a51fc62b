"""YAML is read into plain values with their lines, and what is not plain YAML is refused, quickly."""

from __future__ import annotations

from pathlib import Path

import pytest

from iroc_desktop.domain.content_errors import BadContentError, ContentFault
from iroc_desktop.system.content.documents import MOST_BYTES, MOST_LEVELS, Document, named, read_document

F = ContentFault


def read(folder: Path, content: str | bytes) -> Document:
    file = folder / "words.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_document(file)


def refusal(folder: Path, content: str | bytes) -> BadContentError:
    with pytest.raises(BadContentError) as caught:
        read(folder, content)
    return caught.value


def test_values_keep_their_kind_and_their_line(tmp_path: Path) -> None:
    document = read(tmp_path, "a: text\nb:\n  - 1\n  - {c: true}\nd: ~\n")
    assert document.value == {"a": "text", "b": [1, {"c": True}], "d": None}
    assert [document.line(place) for place in (("a",), ("b",), ("b", 1, "c"), ("d",))] == [1, 2, 4, 5]


def test_a_place_that_is_not_there_has_the_line_of_what_would_hold_it(tmp_path: Path) -> None:
    assert read(tmp_path, "a: 1\nb:\n  c: 2\n").line(("b", "x", 3)) == 2


def test_words_that_look_like_something_else_stay_words(tmp_path: Path) -> None:
    words = ["no", "yes", "off", "10:30", "1_000", "0o17", "2026-11-24", "1.0", "007", "1" * 15]
    document = read(tmp_path, "".join(f"- {word}\n" for word in words))
    assert document.value == words


def test_quoted_numbers_are_text_and_keys_always_are(tmp_path: Path) -> None:
    assert read(tmp_path, "1: '2'\n-3: -4\n").value == {"1": "2", "-3": -4}


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    document = read(tmp_path, b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert document.value == {"a": 1, "b": 2}
    assert document.line(("b",)) == 2


def test_places_are_named_as_people_count() -> None:
    assert named(("indicators", "life-skills", "prompts", 1)) == "indicators.life-skills.prompts[2]"
    assert named(()) == ""
    assert len(named(("x" * 5000,))) < 100


@pytest.mark.parametrize(
    ("content", "kind", "line"),
    [
        (b"", F.EMPTY, 0),
        (b" \n\n", F.EMPTY, 0),
        (b"# only a remark\n", F.EMPTY, 0),
        (b"a: 1\nb: \xff\xfe\n", F.NOT_UTF8, 2),
        (b"a: 1\nb: caf\xe9\n", F.NOT_UTF8, 2),
        ("a: 1\n\tb: 2\n", F.TAB, 2),
        ("a: 1\nb:\n\tc: 2\n", F.TAB, 3),
        ("a: 1\nb: \x07bell\n", F.FORBIDDEN_CHARACTER, 2),
        ("a: 1\nb: [1, 2\nc: 3\n", F.NOT_YAML, 3),
        ("a: 'never closed\n", F.NOT_YAML, 1),
        ("a: b: c\n", F.NOT_YAML, 1),
        ("a: 1\n---\nb: 2\n", F.SECOND_DOCUMENT, 2),
        ("a: &x 1\nb: *x\n", F.ALIAS, 1),
        ("a: !!python/object/apply:os.system [ls]\n", F.TAG, 1),
        ("a: !!str 1\n", F.TAG, 1),
        ("a: 1\n? [b, c]\n: 2\n", F.KEY_NOT_PLAIN, 2),
        ("a: 1\nb: 2\na: 3\n", F.REPEATED_KEY, 3),
    ],
)
def test_what_is_not_plain_yaml_is_refused(content: str | bytes, kind: F, line: int, tmp_path: Path) -> None:
    error = refusal(tmp_path, content)
    assert (error.file, error.problem.kind, error.line) == ("words.yaml", kind, line)


@pytest.mark.parametrize("bracket", ["[", "{a: "])
def test_endless_nesting_is_refused_and_does_not_end_the_program(bracket: str, tmp_path: Path) -> None:
    error = refusal(tmp_path, bracket * 100_000)
    assert (error.problem.kind, error.problem.limit) == (F.TOO_DEEP, MOST_LEVELS)


def test_nesting_up_to_the_limit_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "[" * MOST_LEVELS + "]" * MOST_LEVELS).value


def test_a_huge_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    error = refusal(tmp_path, b"a: " + b"x" * MOST_BYTES)
    assert (error.problem.kind, error.problem.limit) == (F.TOO_LARGE, MOST_BYTES)


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").mkdir()
    with pytest.raises(BadContentError) as caught:
        read_document(tmp_path / "words.yaml")
    assert caught.value.problem.kind is F.UNREADABLE
