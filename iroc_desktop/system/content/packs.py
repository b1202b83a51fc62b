"""Builds a `Pack` from its folder: one file of structure, and one file of words for each language.

It must not count on any number of areas, indicators or steps, nor mend what a file gets wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from iroc_desktop.domain.content_errors import ContentFault, ContentProblem
from iroc_desktop.domain.instrument import Area, Indicator, Instrument, Scale
from iroc_desktop.domain.wording import IndicatorWording, Pack, ReviewStatus, Wording
from iroc_desktop.system.content.documents import Document, Place, read_document
from iroc_desktop.system.content.shapes import Shape

if TYPE_CHECKING:
    from iroc_desktop.system.content.written import WrittenPack, WrittenWording, WrittenWords

STRUCTURE_FILE: Final = "pack.yaml"


def load_pack(folder: Path, schemas: Path) -> Pack:
    """Return the pack in `folder`, with a wording for each language it lists, in that order.

    Raises:
        BadContentError: for the first fault, wherever it is.
    """
    document = read_document(folder / STRUCTURE_FILE)
    Shape(schemas / "pack.schema.json").check(document)
    structure = cast("WrittenPack", document.value)  # its shape has just been checked
    instrument = _instrument(document, structure)
    shape = Shape(schemas / "wording.schema.json")
    wordings = {
        language: _wording(read_document(folder / f"{language}.yaml"), shape, language, instrument)
        for language in structure["languages"]
    }
    holder = structure.get("licence_holder", "")
    return Pack(instrument, MappingProxyType(wordings), structure["official"], holder)


def _instrument(document: Document, structure: WrittenPack) -> Instrument:
    _check_structure(document, structure)
    return Instrument(
        id=structure["id"],
        version=structure["version"],
        scale=Scale(structure["scale"]["minimum"], structure["scale"]["maximum"]),
        areas=tuple(Area(area["id"], area["letter"], area["token"]) for area in structure["areas"]),
        indicators=tuple(Indicator(one["id"], one["area"]) for one in structure["indicators"]),
        look_back_months=structure["look_back_months"],
        interval_months=structure["interval_months"],
    )


def _check_structure(document: Document, structure: WrittenPack) -> None:
    least = structure["scale"]["minimum"] + 1
    if structure["scale"]["maximum"] < least:
        document.refuse(("scale", "maximum"), ContentProblem(ContentFault.TOO_LOW, limit=least))
    area_ids = [area["id"] for area in structure["areas"]]
    _check_unique(document, "areas", "id", area_ids)
    _check_unique(document, "areas", "letter", [area["letter"] for area in structure["areas"]])
    _check_unique(document, "indicators", "id", [one["id"] for one in structure["indicators"]])
    for position, indicator in enumerate(structure["indicators"]):
        check_known(document, ("indicators", position, "area"), indicator["area"], area_ids)
    used = {indicator["area"] for indicator in structure["indicators"]}
    for position, area_id in enumerate(area_ids):
        if area_id not in used:
            document.refuse(("areas", position, "id"), ContentProblem(ContentFault.UNUSED, name=area_id))


def _check_unique(document: Document, group: str, key: str, values: list[str]) -> None:
    for position, value in enumerate(values):
        if value in values[:position]:
            document.refuse((group, position, key), ContentProblem(ContentFault.REPEATED, name=value))


def check_known(document: Document, place: Place, name: str, known: Iterable[str]) -> None:
    """Refuse a reference to an id that nothing has.

    Raises:
        BadContentError: with the ids that there are.
    """
    ids = tuple(known)
    if name not in ids:
        problem = ContentProblem(ContentFault.UNKNOWN_REFERENCE, name=name, expected=ids)
        document.refuse(place, problem)


def _wording(document: Document, shape: Shape, language: str, instrument: Instrument) -> Wording:
    shape.check(document)
    words = cast("WrittenWording", document.value)  # its shape has just been checked
    if words["language"] != language:
        problem = ContentProblem(ContentFault.NOT_ALLOWED, expected=(language,))
        document.refuse(("language",), problem)
    _check_worded(document, words["areas"], "areas", [area.id for area in instrument.areas])
    _check_worded(document, words["steps"], "steps", [str(step) for step in instrument.scale.steps])
    _check_worded(document, words["indicators"], "indicators", [one.id for one in instrument.indicators])
    return _built(words)


def _check_worded(document: Document, words: Collection[str], group: str, ids: list[str]) -> None:
    for written in words:
        check_known(document, (group, written), written, ids)
    for one in ids:
        if one not in words:
            document.refuse((group,), ContentProblem(ContentFault.NOT_WORDED, name=one))


def _built(words: WrittenWording) -> Wording:
    return Wording(
        language=words["language"],
        status=ReviewStatus(words["status"]),
        reviewed_by=words["reviewed_by"],
        name=words["name"],
        look_back=words["look_back"],
        licence_line=words["licence_line"],
        areas=MappingProxyType(dict(words["areas"])),
        steps=MappingProxyType({int(step): word for step, word in words["steps"].items()}),
        indicators=MappingProxyType({one: _indicator(text) for one, text in words["indicators"].items()}),
    )


def _indicator(text: WrittenWords) -> IndicatorWording:
    return IndicatorWording(
        name=text["name"],
        short_name=text["short_name"],
        question=text["question"],
        easy_question=text["easy_question"],
        prompts=tuple(text["prompts"]),
        other_ways=tuple(text["other_ways"]),
    )
