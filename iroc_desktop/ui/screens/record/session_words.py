"""What a finished session holds besides the answers, as headings with their lines.

It must not judge: the course of a session is told as it was, without a total or a comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from iroc_desktop.domain.exploring import Exploration, FourBoxes, Option
from iroc_desktop.domain.session import Happening, Interruption, LookBack, Moment, Session, StepNews
from iroc_desktop.i18n.formats import clock_time
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.held_sessions import HeldSession
from iroc_desktop.ui.widgets.stage_ways import stage_names


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and what stands below it."""

    heading: str
    lines: tuple[str, ...] = field(repr=False)


def passages(held: HeldSession, names: Mapping[str, str], phrases: Phrases) -> tuple[Passage, ...]:
    """Return what was said about last steps, then what was explored, area by area."""
    told = [each for each in held.session.looked_back.values() if each.news or each.what_helped]
    looked_back = tuple(_look_back(each, phrases) for each in told)
    first = (Passage(phrases.text("The steps from last time"), looked_back),) if looked_back else ()
    explored = tuple(
        Passage(names[each.indicator_id], tuple(_explored(each, held, phrases)))
        for each in held.explorations
        if each.indicator_id in names
    )
    return first + explored


def course(session: Session, phrases: Phrases) -> tuple[str, ...]:
    """Return the session's own time line, as this machine's clock claimed it."""
    return tuple(_moment(each, phrases) for each in session.moments if each.what is not Happening.DONE)


def _look_back(told: LookBack, phrases: Phrases) -> str:
    news = {
        StepNews.DONE: phrases.text("{step}: done.", step=told.words),
        StepNews.MOVED_ON: phrases.text("{step}: moved on.", step=told.words),
        StepNews.NOT_NOW: phrases.text("{step}: not now.", step=told.words),
        StepNews.NO_LONGER_WANTED: phrases.text("{step}: no longer wanted.", step=told.words),
    }
    if told.news is None:
        return phrases.text("{step}: what helped was: {words}", step=told.words, words=told.what_helped)
    sentence = news[told.news]
    if not told.what_helped:
        return sentence
    return phrases.text("{news} What helped: {words}", news=sentence, words=told.what_helped)


def _explored(explored: Exploration, held: HeldSession, phrases: Phrases) -> Iterator[str]:
    said = (
        (phrases.text("What already works: {words}", words=explored.what_works), explored.what_works),
        (
            phrases.text("When it was a little better: {words}", words=explored.exceptions),
            explored.exceptions,
        ),
        (phrases.text("Best hopes: {words}", words=explored.best_hopes), explored.best_hopes),
        (phrases.text("The smallest sign: {words}", words=explored.smallest_sign), explored.smallest_sign),
    )
    yield from (sentence for sentence, words in said if words)
    now, enough = explored.scaling.now, explored.scaling.good_enough
    if now is not None:
        yield phrases.text("Where it is now: {step}", step=now)
    if enough is not None:
        yield phrases.text("What would be good enough: {step}", step=enough)
    values = {each.id: each.words for each in held.values}
    for option in explored.options:
        yield from _option(option, values, phrases)
    if explored.decision is not None:
        yield from _weighed(explored.decision, phrases)
    if explored.agreed:
        yield phrases.text("Agreed: {words}", words=explored.agreed)


def _weighed(boxes: FourBoxes, phrases: Phrases) -> Iterator[str]:
    said = (
        (phrases.text("Decision: {words}", words=boxes.topic), boxes.topic),
        (phrases.text("Staying, good: {words}", words=boxes.staying_good), boxes.staying_good),
        (
            phrases.text("Staying, not so good: {words}", words=boxes.staying_not_so_good),
            boxes.staying_not_so_good,
        ),
        (phrases.text("Changing, good: {words}", words=boxes.changing_good), boxes.changing_good),
        (
            phrases.text("Changing, not so good: {words}", words=boxes.changing_not_so_good),
            boxes.changing_not_so_good,
        ),
    )
    yield from (sentence for sentence, words in said if words)


def _option(option: Option, values: Mapping[str, str], phrases: Phrases) -> Iterator[str]:
    yield (
        phrases.text("Chosen: {option}", option=option.words)
        if option.chosen
        else phrases.text("Option: {option}", option=option.words)
    )
    fits = ", ".join(values[each] for each in option.fits if each in values)
    said = (
        (phrases.text("What speaks for it: {words}", words=option.speaks_for), option.speaks_for),
        (phrases.text("What it would cost: {words}", words=option.cost), option.cost),
        (phrases.text("It fits with: {words}", words=fits), fits),
        (phrases.text("How it fits: {words}", words=option.fit), option.fit),
        (phrases.text("What help it needs: {words}", words=option.supports), option.supports),
    )
    yield from (sentence for sentence, words in said if words)


def _moment(moment: Moment, phrases: Phrases) -> str:
    time = clock_time(datetime.fromisoformat(moment.claimed_at), phrases.language)
    stage = stage_names(phrases)[moment.stage]
    told = {
        Happening.BEGUN: phrases.text("{time} Begun", time=time),
        Happening.TURNED_TO: phrases.text("{time} {stage}", time=time, stage=stage),
        Happening.SKIPPED: phrases.text("{time} {stage}, left out today", time=time, stage=stage),
        Happening.PAUSED: phrases.text("{time} Paused", time=time),
        Happening.RESUMED: phrases.text("{time} Gone on", time=time),
        Happening.FINISHED: phrases.text("{time} Finished", time=time),
    }
    if moment.what is Happening.INTERRUPTED:
        return _interrupted(moment.reason, time, phrases)
    return told[moment.what]


def _interrupted(reason: Interruption | None, time: str, phrases: Phrases) -> str:
    told = {
        Interruption.CALLED_AWAY: phrases.text("{time} Interrupted: called away", time=time),
        Interruption.COUNT: phrases.text("{time} Interrupted by the count", time=time),
        Interruption.LOCK_DOWN: phrases.text("{time} Interrupted by a lock-down", time=time),
        Interruption.DISTRESS: phrases.text("{time} Interrupted: it got too much", time=time),
    }
    return told.get(reason, phrases.text("{time} Interrupted", time=time)) if reason else ""
