"""Makes what the views draw from a sitting and the pack's words.

It must not change anything, nor ask the store.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from iroc_desktop.domain.conversation import Answer, Conversation, NoteKind, Voice
from iroc_desktop.domain.history import History
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.conversations import Sitting
from iroc_desktop.ui.screens.conversation.state import (
    NO_VOICES,
    Dot,
    JustRated,
    Page,
    PersonLine,
    PersonPage,
    Previous,
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the sheet is drawn from: the words, the language they are in, and the habit about last time."""

    pack: Pack
    language: str
    show_previous: bool
    two_voices: bool = False
    """Whether the organisation keeps the practitioner's and the agreed rating too."""

    def page(self, sitting: Sitting, indicator_id: str, typed: dict[NoteKind, str], way: int) -> Page:
        """Return one indicator; `typed` stands for notes not kept yet, `way` is 0 for the question itself."""
        instrument, wording = self.pack.instrument, self.pack.wording(self.language)
        words = wording.indicators[indicator_id]
        area = instrument.area_of(indicator_id)
        answer = sitting.draft.conversation.answer(indicator_id)
        notes = {kind: typed.get(kind, answer.note(kind)) for kind in NoteKind}
        return Page(
            indicator_id=indicator_id,
            position=instrument.position(indicator_id) + 1,
            area=wording.areas[area.id],
            area_token=area.token,
            name=words.name,
            question=words.question,
            asked_another_way=words.other_ways[way - 1] if way else "",
            other_ways=len(words.other_ways),
            prompts=words.prompts,
            rating=answer.rating,
            unrated=answer.unrated,
            words=notes[NoteKind.WORDS],
            strength=notes[NoteKind.STRENGTH],
            private=notes[NoteKind.PRIVATE],
            previous=self.previous(sitting, indicator_id),
            voices=self.voices(sitting.draft.conversation, indicator_id),
        )

    def voices(self, conversation: Conversation, indicator_id: str) -> Mapping[Voice, int | None]:
        """Return the ratings beside the person's; none where nobody wants them and nobody gave any."""
        if not (self.two_voices or conversation.more_voices):
            return NO_VOICES
        answer = conversation.answer(indicator_id)
        return MappingProxyType({each: answer.heard(each) for each in (Voice.PRACTITIONER, Voice.AGREED)})

    def previous(self, sitting: Sitting, indicator_id: str) -> Previous | None:
        """Return last time's rating, once this time's is given, so that it does not steer."""
        before, now = sitting.history.previous, sitting.draft.conversation.answer(indicator_id).rating
        if before is None or now is None or not self.show_previous:
            return None
        rating = before.answer(indicator_id).rating
        if rating is None:
            return Previous(None, "", None)
        return Previous(rating, self.pack.wording(self.language).steps[rating], now - rating)

    def just_rated(self, sitting: Sitting, indicator_id: str) -> JustRated:
        """Return what to say about the indicator that a key has just settled."""
        wording = self.pack.wording(self.language)
        rating = sitting.draft.conversation.answer(indicator_id).rating
        previous = self.previous(sitting, indicator_id)
        return JustRated(
            wording.indicators[indicator_id].name,
            rating,
            wording.steps[rating] if rating is not None else "",
            previous.change if previous else None,
        )

    def person_page(self, sitting: Sitting, indicator_id: str) -> PersonPage:
        """Return one indicator in the person's language."""
        wording = self.pack.wording(sitting.person.language)
        words = wording.indicators[indicator_id]
        area = self.pack.instrument.area_of(indicator_id)
        return PersonPage(
            language=wording.language,
            area=wording.areas[area.id],
            name=words.name,
            question=words.question,
            easy_question=words.easy_question,
            steps=wording.steps,
        )

    def dots(self, conversation: Conversation) -> tuple[Dot, ...]:
        """Return a dot for each indicator, in the order of asking."""
        instrument, wording = self.pack.instrument, self.pack.wording(self.language)
        return tuple(
            Dot(
                each.id,
                wording.indicators[each.id].name,
                instrument.area_of(each.id).token,
                conversation.answer(each.id).rating is not None,
                conversation.answer(each.id).settled,
            )
            for each in instrument.indicators
        )

    def picture(self, sitting: Sitting) -> History:
        """Return this conversation with the one before, of which only what is rated now can be seen."""
        now, before = sitting.draft.conversation, sitting.history.previous
        if before is None or not self.show_previous:
            return History(self.pack.instrument, (now,))
        return History(self.pack.instrument, (_where_rated(before, now), now))


def person_line(sitting: Sitting) -> PersonLine:
    """Return who takes part."""
    person = sitting.person
    return PersonLine(
        person_id=person.id,
        name=person.preferred_name,
        shown_name=person.name_on_paper,
        site=person.site,
        speaks=person.speaks,
        reading=person.reading,
        ordinal=len(sitting.history.conversations),
    )


def _where_rated(before: Conversation, now: Conversation) -> Conversation:
    kept: dict[str, Answer] = {
        each: answer for each, answer in before.answers.items() if now.answer(each).rating is not None
    }
    return replace(before, answers=MappingProxyType(kept))
