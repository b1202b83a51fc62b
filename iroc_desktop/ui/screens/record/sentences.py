"""What the record says about answers and corrections, as whole sentences.

It must not shorten what a person said.
"""

from __future__ import annotations

from iroc_desktop.domain.conversation import Answer, NoteKind, Voice
from iroc_desktop.i18n.formats import moment
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.models.answers import reason_words
from iroc_desktop.ui.models.voices import voice_name
from iroc_desktop.ui.screens.record.state import CorrectionLine, Told


def note_name(kind: NoteKind, phrases: Phrases) -> str:
    """Return what a kind of note is called."""
    return {
        NoteKind.WORDS: phrases.text("In their own words"),
        NoteKind.STRENGTH: phrases.text("A strength I noticed"),
        NoteKind.PRIVATE: phrases.text("Only for me, never printed"),
    }[kind]


def rating_words(told: Told, phrases: Phrases) -> str:
    """Return the rating with its word, or why there is none."""
    if told.rating is not None:
        return phrases.text("{step}, {word}", step=told.rating, word=told.word)
    if told.unrated is not None:
        return reason_words(told.unrated, phrases)
    return phrases.text("Not rated")


def voice_lines(told: Told, phrases: Phrases) -> list[str]:
    """Return a line for each voice; none where only the person was asked."""
    lines = []
    for heard in told.voices:
        name = voice_name(heard.voice, phrases)
        if heard.voice is Voice.PERSON:
            lines.append(phrases.text("{voice}: {answer}", voice=name, answer=rating_words(told, phrases)))
        elif heard.rating is not None:
            lines.append(
                phrases.text("{voice}: {step}, {word}", voice=name, step=heard.rating, word=heard.word)
            )
    return lines


def changed_lines(line: CorrectionLine, phrases: Phrases) -> list[str]:
    """Return what a correction changed, old and new, a line for each part."""
    before, after, lines = line.before, line.after, []
    if (before.rating, before.unrated) != (after.rating, after.unrated):
        old, new = _rating(before, phrases), _rating(after, phrases)
        lines.append(phrases.text("Rating: was {before}, now {after}", before=old, after=new))
    for voice in (Voice.PRACTITIONER, Voice.AGREED):
        old_rating, new_rating = before.heard(voice), after.heard(voice)
        if old_rating != new_rating:
            lines.append(
                phrases.text(
                    "{voice}: was {before}, now {after}",
                    voice=voice_name(voice, phrases),
                    before=_step(old_rating, phrases),
                    after=_step(new_rating, phrases),
                )
            )
    for kind in NoteKind:
        if before.note(kind) != after.note(kind):
            lines.append(
                phrases.text(
                    "{note}: was “{before}”, now “{after}”",
                    note=note_name(kind, phrases),
                    before=before.note(kind),
                    after=after.note(kind),
                )
            )
    return lines or [phrases.text("A note that is in the bin now.")]


def who_and_when(line: CorrectionLine, phrases: Phrases) -> str:
    """Return who corrected, and when by that machine's clock."""
    when = moment(line.claimed_at, phrases.language)
    if not line.practitioner:
        return phrases.text("By a colleague, {when} by that machine's clock", when=when)
    return phrases.text("By {name}, {when} by that machine's clock", name=line.practitioner, when=when)


def _step(rating: int | None, phrases: Phrases) -> str:
    return phrases.text("Not rated") if rating is None else str(rating)


def _rating(answer: Answer, phrases: Phrases) -> str:
    if answer.rating is not None:
        return str(answer.rating)
    return reason_words(answer.unrated, phrases) if answer.unrated else phrases.text("Not rated")
