"""Who works here, and the licence answer that is asked once.

These tests must not assume an answer.
"""

from __future__ import annotations

from iroc_desktop.domain.people import Licence, Organisation, Practitioner
from tests.fakes.builders import pack
from tests.fakes.desk import PRACTITIONER_ID, desk_in_memory


def test_the_licence_is_unanswered_until_somebody_answers() -> None:
    desk = desk_in_memory(pack())
    assert desk.settling_in.organisation().licence is Licence.UNANSWERED


def test_the_answer_and_its_reference_are_kept() -> None:
    desk = desk_in_memory(pack())
    answer = Organisation("Service", Licence.YES, "reference 7")
    assert desk.settling_in.answer_licence(answer).changes.organisation
    assert desk.settling_in.organisation() == answer


def test_the_practitioner_is_whoever_unlocked() -> None:
    desk = desk_in_memory(pack())
    desk.settling_in.introduce(Practitioner(PRACTITIONER_ID, "Marta G."))
    assert desk.settling_in.practitioner().name == "Marta G."
