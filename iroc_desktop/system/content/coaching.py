"""Reads what a practitioner may say: one file for each language.

It must not ask that an instrument knows the indicators: sentences for others lie unused.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Final, TypedDict, cast

from iroc_desktop.domain.coaching import CoachingText, CoachingWay, IndicatorPrompts, WayWords
from iroc_desktop.domain.content_errors import ContentFault, ContentProblem
from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.exploring import ExploringStep
from iroc_desktop.domain.wording import ReviewStatus
from iroc_desktop.system.content.documents import Document, read_document
from iroc_desktop.system.content.shapes import Shape

FIRST_LANGUAGE: Final = "en"
"""Its file is the one that is missed when a folder has none."""


class WrittenPrompts(TypedDict):
    """The sentences about one indicator."""

    prompts: list[str]
    other_ways: list[str]


class WrittenWay(TypedDict):
    """A way, with advice and examples."""

    title: str
    advice: list[str]
    say: list[str]


class WrittenCoaching(TypedDict):
    """coaching/<language>.yaml."""

    language: str
    status: str
    reviewed_by: str
    indicators: dict[str, WrittenPrompts]
    stages: dict[str, list[str]]
    steps: dict[str, list[str]]
    ways: dict[str, WrittenWay]


def load_coaching(folder: Path, schemas: Path) -> tuple[CoachingText, ...]:
    """Return the text of each language in `folder`, in the order of their codes.

    Raises:
        BadContentError: for the first fault, wherever it is; also when there is no file at all.
    """
    shape = Shape(schemas / "coaching.schema.json")
    files = sorted(folder.glob("*.yaml")) or [folder / f"{FIRST_LANGUAGE}.yaml"]
    return tuple(_text(read_document(file), shape, file.stem) for file in files)


def _text(document: Document, shape: Shape, language: str) -> CoachingText:
    shape.check(document)
    words = cast("WrittenCoaching", document.value)  # its shape has just been checked
    if words["language"] != language:
        problem = ContentProblem(ContentFault.NOT_ALLOWED, expected=(language,))
        document.refuse(("language",), problem)
    return CoachingText(
        language=language,
        status=ReviewStatus(words["status"]),
        reviewed_by=words["reviewed_by"],
        indicators=MappingProxyType({one: _indicator(said) for one, said in words["indicators"].items()}),
        stages=MappingProxyType({Stage(one): tuple(said) for one, said in words["stages"].items()}),
        steps=MappingProxyType({ExploringStep(one): tuple(said) for one, said in words["steps"].items()}),
        ways=MappingProxyType({CoachingWay(one): _way(said) for one, said in words["ways"].items()}),
    )


def _indicator(said: WrittenPrompts) -> IndicatorPrompts:
    return IndicatorPrompts(tuple(said["prompts"]), tuple(said["other_ways"]))


def _way(said: WrittenWay) -> WayWords:
    return WayWords(said["title"], tuple(said["advice"]), tuple(said["say"]))
