"""No damaged or hostile bundle does anything but be refused in words that can be told.

These tests must not take one that slipped through for a refusal.
"""

from __future__ import annotations

import json

import pytest

from iroc_desktop.exchange import inside, lines
from tests.exchange import mutations

EVERY_COMMIT = 1_000
PLANTED = 300
MOST_MEGABYTES = 1_000
"""Of the whole test process; the campaign, which runs alone, stays below 256."""


def test_every_damaged_bundle_is_refused() -> None:
    told = mutations.outer(EVERY_COMMIT)
    assert told.untyped == []
    assert told.taken == 0
    assert told.slowest < 5
    assert told.megabytes < MOST_MEGABYTES


def test_every_hostile_bundle_is_refused_or_holds_together() -> None:
    told = mutations.inner(EVERY_COMMIT)
    assert told.untyped == []
    assert set(told.refusals) >= {"BundleBrokenError", "GapError"}
    assert told.taken < EVERY_COMMIT / 50


def test_a_reader_that_trusts_json_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside, "strict", json.loads)
    assert mutations.inner(PLANTED).untyped


def test_a_reader_that_does_not_look_at_types_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_matching", lambda _pattern, value, _part: value)
    monkeypatch.setattr(lines, "_count", lambda value, _part: value)
    assert mutations.inner(PLANTED).untyped
