"""The schemas are sound, count no instrument's size, and say the same as the Python shapes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from iroc_desktop.domain.content_errors import BadContentError, ContentFault
from iroc_desktop.system.content import written
from iroc_desktop.system.content.shapes import Shape
from tests.system.content.places import ROOT, SCHEMAS

NAMES = ("pack", "wording", "practice")


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


def numbers_in(value: object) -> set[int]:
    if isinstance(value, dict):
        return set().union(*(numbers_in(one) for one in value.values())) if value else set()
    if isinstance(value, list):
        return set().union(*(numbers_in(one) for one in value)) if value else set()
    return {value} if isinstance(value, int) and not isinstance(value, bool) else set()


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_sound(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


KNOWN = {
    *("type", "enum", "const", "pattern", "required", "additionalProperties", "uniqueItems"),
    *("minLength", "maxLength", "minItems", "maxItems", "minProperties", "minimum", "maximum"),
}
"""Keywords a fault of which has a typed problem."""
HARMLESS = {
    "$schema",
    "$ref",
    "$defs",
    "title",
    "description",
    "properties",
    "propertyNames",
    "items",
    "if",
    "then",
}


def keywords_in(schema: dict[str, Any]) -> set[str]:
    found = set(schema)
    for key in ("items", "additionalProperties", "propertyNames", "if", "then"):
        if isinstance(schema.get(key), dict):
            found |= keywords_in(schema[key])
    for key in ("properties", "$defs"):
        for inner in schema.get(key, {}).values():
            found |= keywords_in(inner)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_keyword_of_a_schema_can_be_told_as_a_problem(name: str) -> None:
    assert keywords_in(schema(name)) <= KNOWN | HARMLESS


@pytest.mark.parametrize("name", NAMES)
def test_no_schema_counts_to_the_size_of_the_iroc(name: str) -> None:
    numbers = numbers_in(schema(name))
    assert numbers
    assert not numbers & {6, 12}


def test_the_python_shapes_have_the_fields_of_the_schemas() -> None:
    pack, wording, practice = (schema(name)["properties"] for name in NAMES)
    person = practice["people"]["items"]["properties"]
    conversation = person["conversations"]["items"]["properties"]
    outcome = person["plan"]["properties"]["outcomes"]["items"]["properties"]
    pairs = [
        (written.WrittenPack, pack),
        (written.WrittenScale, pack["scale"]["properties"]),
        (written.WrittenArea, pack["areas"]["items"]["properties"]),
        (written.WrittenIndicator, pack["indicators"]["items"]["properties"]),
        (written.WrittenWording, wording),
        (written.WrittenWords, wording["indicators"]["additionalProperties"]["properties"]),
        (written.WrittenPeople, practice),
        (written.WrittenPerson, person),
        (written.WrittenConversation, conversation),
        (written.WrittenPlan, person["plan"]["properties"]),
        (written.WrittenOutcome, outcome),
        (written.WrittenStep, outcome["steps"]["items"]["properties"]),
        (written.WrittenAnswer, conversation["answers"]["additionalProperties"]["properties"]),
    ]
    for shape, properties in pairs:
        assert set(shape.__annotations__) == set(properties), shape


@pytest.mark.parametrize("content", ["{not json", "[]", ""])
def test_a_damaged_schema_is_a_typed_error(content: str, tmp_path: Path) -> None:
    file = tmp_path / "pack.schema.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadContentError) as caught:
        Shape(file)
    assert (caught.value.file, caught.value.problem.kind) == (file.name, ContentFault.UNREADABLE)


def test_the_heavy_validator_is_not_loaded_before_content_is_read() -> None:
    ask = "import sys, iroc_desktop.system.content; print('jsonschema' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout.strip() == "False"
