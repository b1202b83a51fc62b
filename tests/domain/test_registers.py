"""Concurrent edits are kept side by side until settled, in whatever order they arrive.

These tests must not rely on a clock.
"""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from iroc_desktop.domain.operations import Operation, OperationId
from iroc_desktop.domain.registers import fold, parents_for, values
from tests.fakes.builders import operation


def test_a_later_edit_supersedes_the_one_it_names() -> None:
    first = operation(1, {"site": "module 4"})
    second = operation(2, {"site": "module 7"}, parents=(first.id,))
    register = fold([first, second])["site"]
    assert register.value == "module 7"
    assert not register.conflicting


def test_edits_that_did_not_know_of_each_other_are_both_kept() -> None:
    first = operation(1, {"site": "module 4"})
    here = operation(2, {"site": "module 7"}, parents=(first.id,))
    there = operation(1, {"site": "village hall"}, replica="pc-2", lamport=2, parents=(first.id,))
    register = fold([first, here, there])["site"]
    assert register.conflicting
    assert {version.value for version in register.versions} == {"module 7", "village hall"}
    assert register.value == "village hall"


def test_equal_concurrent_values_are_no_conflict() -> None:
    here = operation(1, {"site": "module 7"})
    there = operation(1, {"site": "module 7"}, replica="pc-2")
    assert not fold([here, there])["site"].conflicting


def test_edits_of_different_fields_merge() -> None:
    first = operation(1, {"site": "module 4", "language": "es"})
    here = operation(2, {"site": "module 7"}, parents=(first.id,))
    there = operation(1, {"language": "ro"}, replica="pc-2", lamport=2, parents=(first.id,))
    assert values(fold([first, here, there])) == {"site": "module 7", "language": "ro"}


def test_an_edit_that_settles_a_conflict_names_both_sides() -> None:
    here = operation(1, {"site": "module 7"})
    there = operation(1, {"site": "village hall"}, replica="pc-2")
    parents = parents_for(["site"], fold([here, there]))
    assert parents == (here.id, there.id)
    settled = operation(2, {"site": "module 7"}, parents=parents)
    assert not fold([here, there, settled])["site"].conflicting


def test_destroyed_content_counts_for_nothing() -> None:
    erased = replace(operation(1, {"site": "module 4"}), content=None)
    assert fold([erased]) == {}


@st.composite
def histories(draw: st.DrawFn) -> list[Operation]:
    """Draw edits of three machines, each of which knows some of the earlier ones."""
    made: list[Operation] = []
    counts = {"pc-1": 0, "pc-2": 0, "pc-3": 0}
    for _ in range(draw(st.integers(1, 12))):
        replica = draw(st.sampled_from(sorted(counts)))
        counts[replica] += 1
        known = [each for each in made if draw(st.booleans())]
        name = draw(st.sampled_from(["site", "language"]))
        parents: tuple[OperationId, ...] = parents_for([name], fold(known))
        lamport = 1 + max((each.lamport for each in known), default=0)
        value = draw(st.sampled_from(["x", "y", "z"]))
        made.append(
            operation(counts[replica], {name: value}, replica=replica, lamport=lamport, parents=parents)
        )
    return made


@given(histories(), st.randoms(use_true_random=False))
def test_the_fold_is_the_same_in_every_order_and_with_duplicates(
    made: list[Operation], chance: random.Random
) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert fold(shuffled) == fold(made)
