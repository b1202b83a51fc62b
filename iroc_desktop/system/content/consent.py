"""Reads the words that are read with a person before anything is kept: one file for each language.

It must not add to them, nor leave any out: what was agreed to is kept word for word.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypedDict, cast

from iroc_desktop.domain.consent import ConsentSection, ConsentText
from iroc_desktop.domain.content_errors import ContentFault, ContentProblem
from iroc_desktop.domain.wording import ReviewStatus
from iroc_desktop.system.content.documents import Document, read_document
from iroc_desktop.system.content.shapes import Shape

FIRST_LANGUAGE: Final = "en"
"""Its file is the one that is missed when a folder has none."""


class WrittenSection(TypedDict):
    """Sentences under a heading."""

    heading: str
    sentences: list[str]


class WrittenConsent(TypedDict):
    """consent/<language>.yaml."""

    language: str
    status: str
    reviewed_by: str
    title: str
    sections: list[WrittenSection]
    question: str


def load_consent(folder: Path, schemas: Path) -> tuple[ConsentText, ...]:
    """Return the words of each language in `folder`, in the order of their codes.

    Raises:
        BadContentError: for the first fault, wherever it is; also when there is no file at all.
    """
    shape = Shape(schemas / "consent.schema.json")
    files = sorted(folder.glob("*.yaml")) or [folder / f"{FIRST_LANGUAGE}.yaml"]
    return tuple(_text(read_document(file), shape, file.stem) for file in files)


def _text(document: Document, shape: Shape, language: str) -> ConsentText:
    shape.check(document)
    words = cast("WrittenConsent", document.value)  # its shape has just been checked
    if words["language"] != language:
        problem = ContentProblem(ContentFault.NOT_ALLOWED, expected=(language,))
        document.refuse(("language",), problem)
    return ConsentText(
        language=language,
        status=ReviewStatus(words["status"]),
        reviewed_by=words["reviewed_by"],
        title=words["title"],
        sections=tuple(
            ConsentSection(each["heading"], tuple(each["sentences"])) for each in words["sections"]
        ),
        question=words["question"],
    )
