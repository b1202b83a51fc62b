"""What can be wrong with a content file, such as an instrument's pack, as one typed error.

It must not hold sentences, whole paths or the text that was found: only where it is and what kind of fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from iroc_desktop.domain.errors import ExpectedError


class ContentFault(StrEnum):
    """The kind of fault; the remark says which fields of `ContentProblem` go with it."""

    # the file as a whole
    FILE_MISSING = "file_missing"
    UNREADABLE = "unreadable"
    """The disk or its rights refuse to read the file."""
    TOO_LARGE = "too_large"
    """`limit` in bytes."""
    EMPTY = "empty"
    NOT_UTF8 = "not_utf8"
    # the way it is written
    FORBIDDEN_CHARACTER = "forbidden_character"
    """A control character that YAML does not allow."""
    TAB = "tab"
    """The line is indented with a tab instead of spaces."""
    NOT_YAML = "not_yaml"
    SECOND_DOCUMENT = "second_document"
    TOO_DEEP = "too_deep"
    """`limit` in levels."""
    ALIAS = "alias"
    """An anchor or alias; content files repeat themselves instead."""
    TAG = "tag"
    """A tag such as `!!python/object`; only plain text, numbers, true, false, lists and mappings are read."""
    KEY_NOT_PLAIN = "key_not_plain"
    """A list or a mapping stands where a key belongs."""
    REPEATED_KEY = "repeated_key"
    # the shape of what it says
    MISSING_FIELD = "missing_field"
    """`name`: the field."""
    UNKNOWN_FIELD = "unknown_field"
    """`name`: the field."""
    WRONG_TYPE = "wrong_type"
    """`expected`: names of JSON types: string, integer, number, boolean, array, object, null."""
    NOT_ALLOWED = "not_allowed"
    """`expected`: the allowed values."""
    BAD_FORM = "bad_form"
    """Not the form that is asked for, for example of an id; `expected`: the pattern."""
    TOO_SHORT = "too_short"
    """`limit` in characters."""
    TOO_LONG = "too_long"
    """`limit` in characters."""
    TOO_FEW = "too_few"
    """`limit` in entries."""
    TOO_MANY = "too_many"
    """`limit` in entries."""
    TOO_LOW = "too_low"
    """`limit`: the least value."""
    TOO_HIGH = "too_high"
    """`limit`: the greatest value."""
    REPEATED = "repeated"
    """A value that must be unique is there twice."""
    # what only shows when files are read together
    UNKNOWN_REFERENCE = "unknown_reference"
    """`name`: an id that nothing has; `expected`: the ids there are."""
    UNUSED = "unused"
    """`name`: the id of an area that no indicator belongs to."""
    NOT_WORDED = "not_worded"
    """`name`: the id or step that this language has no words for."""
    EITHER_OR = "either_or"
    """`expected`: two fields, of which exactly one is needed."""


@dataclass(frozen=True, slots=True)
class ContentProblem:
    """What is wrong: the kind, and the facts that a sentence about it needs."""

    kind: ContentFault
    name: str = ""
    expected: tuple[str, ...] = ()
    limit: int | None = None


class BadContentError(ExpectedError):
    """A content file cannot be used.

    `file` is the file's name without folders; `line` counts from 1, and is 0 when the whole file is meant;
    `field` is the path to the fault, such as "indicators.life-skills.prompts[2]" (counted from 1), empty for
    the top of the file.
    """

    def __init__(self, file: str, line: int, field: str, problem: ContentProblem) -> None:
        super().__init__(file, line, field, problem)
        self.file = file
        self.line = line
        self.field = field
        self.problem = problem
