"""Records written as plain JSON come back as they were, and fields of newer versions do no harm.

These tests must not touch the store.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from iroc_desktop.domain.conversation import Answer
from iroc_desktop.domain.lines import Line
from iroc_desktop.domain.operations import canonical
from iroc_desktop.domain.plain import complete, fields_of, plain, record_from, restored
from iroc_desktop.domain.plan import ByWhen, Step
from iroc_desktop.domain.session import OpenSession
from tests.fakes import session_builders as made

RECORDS = [
    made.session(),
    made.exploration(),
    made.reflection(),
    made.plan(),
    made.outcome(),
    made.step(),
    made.support(),
    made.review(),
    made.snapshot(),
    made.worksheet(),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_comes_back_whole_from_json(record: Any) -> None:  # noqa: ANN401 - a record of any kind
    written = json.loads(canonical(fields_of(record)))
    assert "id" not in written
    assert record_from(type(record), record.id, written) == record


def test_a_session_in_progress_comes_back_with_all_that_is_explored() -> None:
    opened = made.open_session()
    assert restored(OpenSession, json.loads(canonical(plain(opened)))) == opened


def test_a_field_of_a_newer_version_does_no_harm_at_any_depth() -> None:
    written = {**fields_of(made.step()), "from_the_future": 1}
    written["due"] = {**written["due"], "from_the_future": 1}
    assert record_from(Step, "step-1", written) == made.step()


def test_a_field_missing_from_an_older_version_has_its_default() -> None:
    step = record_from(Step, "step-1", {"plan_id": "plan-1"})
    assert step == Step("step-1", "plan-1")
    assert step.due == ByWhen()


def test_a_record_without_its_owner_is_not_complete() -> None:
    assert complete(Step, {"plan_id": "plan-1"})
    assert not complete(Step, {"words": "Write"})
    assert complete(Line, {})


def test_an_answer_written_before_there_were_voices_is_readable() -> None:
    assert restored(Answer, {"rating": 3}) == Answer(rating=3)


def test_words_never_show_in_a_repr() -> None:
    @dataclass
    class Shown:
        everything: list[Any]

    shown = repr(Shown([*RECORDS, made.open_session()]))
    for words in ("sister", "window", "envelope", "Honest", "silence", "Sundays", "corner", "cellmate"):
        assert words not in shown
