"""What each voice rates, as the ring needs it: only where there is another voice, and gaps stay gaps."""

from __future__ import annotations

from dataclasses import replace

from iroc_desktop.charts.palette import SeriesKind
from iroc_desktop.domain.conversation import Answer
from iroc_desktop.domain.history import History
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.ui.models.spidergrams import spidergram_of, voices_of
from tests.fakes.builders import conversation, instrument, wording

OF = instrument()
WORDING = wording(OF)


def history(**answers: Answer) -> History:
    return History(OF, (replace(conversation(), answers=answers),))


def test_there_is_nothing_to_set_side_by_side_where_only_the_person_rated() -> None:
    assert voices_of(history(a=Answer(3)), WORDING, untranslated()) is None
    assert voices_of(History(OF, ()), WORDING, untranslated()) is None


def test_each_voice_that_was_heard_is_a_line_and_a_gap_is_no_number() -> None:
    data = voices_of(history(a=Answer(3, practitioner_rating=5), b=Answer(4)), WORDING, untranslated())
    assert data is not None
    assert [(each.kind, each.label, each.values) for each in data.series] == [
        (SeriesKind.PERSON, "Person", (3, 4, None, None)),
        (SeriesKind.PRACTITIONER, "Practitioner", (5, None, None, None)),
    ]


def test_the_picture_of_the_journey_stays_the_persons_alone() -> None:
    both = history(a=Answer(3, practitioner_rating=5, agreed_rating=4))
    alone = history(a=Answer(3))
    assert spidergram_of(both, WORDING, untranslated()) == spidergram_of(alone, WORDING, untranslated())
