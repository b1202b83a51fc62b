"""Reads the guide to coaching skills: one folder for each language.

It must not put texts of different languages together: that is for whoever knows the reader.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NotRequired, TypedDict, cast

from iroc_desktop.domain.content_errors import ContentFault, ContentProblem
from iroc_desktop.domain.guide import GuideText, Skill
from iroc_desktop.domain.wording import ReviewStatus
from iroc_desktop.system.content.documents import Document, read_document
from iroc_desktop.system.content.shapes import Shape

SKILLS_FILE: Final = "skills.yaml"
FIRST_LANGUAGE: Final = "en"
"""Its file is the one that is missed when there is none."""


class WrittenSkill(TypedDict):
    """A skill."""

    id: str
    title: str
    text: list[str]
    say: list[str]
    source: NotRequired[str]


class WrittenGuide(TypedDict):
    """help/<language>/skills.yaml."""

    language: str
    status: str
    reviewed_by: str
    skills: list[WrittenSkill]


def load_guide(folder: Path, schemas: Path) -> tuple[GuideText, ...]:
    """Return the guide in each language that has a folder in `folder`, in the order of their codes.

    Raises:
        BadContentError: for the first fault, wherever it is; also when there is no file at all.
    """
    shape = Shape(schemas / "guide.schema.json")
    files = sorted(folder.glob(f"*/{SKILLS_FILE}")) or [folder / FIRST_LANGUAGE / SKILLS_FILE]
    return tuple(_text(read_document(file), shape, file.parent.name) for file in files)


def _text(document: Document, shape: Shape, language: str) -> GuideText:
    shape.check(document)
    words = cast("WrittenGuide", document.value)  # its shape has just been checked
    if words["language"] != language:
        problem = ContentProblem(ContentFault.NOT_ALLOWED, expected=(language,))
        document.refuse(("language",), problem)
    _check_ids(document, words["skills"])
    skills = tuple(_skill(skill) for skill in words["skills"])
    return GuideText(language, ReviewStatus(words["status"]), words["reviewed_by"], skills)


def _check_ids(document: Document, skills: list[WrittenSkill]) -> None:
    ids = [skill["id"] for skill in skills]
    for position, one in enumerate(ids):
        if one in ids[:position]:
            problem = ContentProblem(ContentFault.REPEATED, name=one)
            document.refuse(("skills", position, "id"), problem)


def _skill(skill: WrittenSkill) -> Skill:
    text, say = tuple(skill["text"]), tuple(skill["say"])
    return Skill(skill["id"], skill["title"], text, say, skill.get("source", ""))
