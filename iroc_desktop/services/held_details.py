"""What needs words of its own when everything held is told: sessions, worksheets, prints, lists.

It must not judge, nor leave out an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.exploring import Exploration
from iroc_desktop.domain.holdings import Held, Holdings
from iroc_desktop.domain.kept_sheets import SheetKind, kind_of, sheets_from
from iroc_desktop.domain.keyed import lines_from
from iroc_desktop.domain.lines import in_order
from iroc_desktop.domain.operations import EntityKind, JsonValue
from iroc_desktop.domain.plain import record_from, restored
from iroc_desktop.domain.session import LookBack, StepNews
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.staying_well_words import section_title

Fact = tuple[str, str]


def details(held: Held, holdings: Holdings, phrases: Phrases) -> Iterator[Fact]:
    """Yield what the words of single parts would not tell well: what it is called, and what it says."""
    tell = _DETAILS.get(held.entity.kind)
    if tell is None:
        return
    told: list[Fact] = []
    try:
        told += tell(held, holdings, phrases)
    except (KeyError, TypeError, ValueError, AttributeError, ExpectedError):
        # what a newer machine wrote may be more than this one knows
        told = [(phrases.text("As it was written"), _as_written(held.fields))]
    yield from ((label, words) for label, words in told if words.strip())


def _as_written(value: JsonValue) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {_as_written(each)}" for name, each in sorted(value.items()))
    return ", ".join(map(_as_written, value)) if isinstance(value, list) else str(value)


def _session(held: Held, holdings: Holdings, phrases: Phrases) -> Iterator[Fact]:
    looked_back: Mapping[str, LookBack] = restored(Mapping[str, LookBack], held.fields.get("looked_back", {}))
    for each in looked_back.values():
        label = phrases.text("Step from last time: {step}", step=each.words)
        news = _news(each.news, phrases) if each.news else ""
        if each.what_helped:
            news = phrases.about(
                "news of a step", "{news} {what_helped}", news=news, what_helped=each.what_helped
            )
        yield label, news.strip()
    if held.fields.get("moments"):
        yield (
            phrases.text("Its course"),
            phrases.plural(
                "1 moment, with its time, is in the file for machines",
                "{count} moments, with their times, are in the file for machines",
                len(held.fields["moments"]),
            ),
        )
    for indicator_id, said in held.fields.get("explorations", {}).items():
        for label, words in _explored(restored(Exploration, said), phrases):
            area = holdings.indicators.get(indicator_id, indicator_id)
            yield phrases.about("heading", "{what}: {which}", what=area, which=label), words


def _news(news: StepNews, phrases: Phrases) -> str:
    return {
        StepNews.DONE: phrases.about("news of a step", "Done."),
        StepNews.MOVED_ON: phrases.about("news of a step", "It moved on."),
        StepNews.NOT_NOW: phrases.about("news of a step", "Not now."),
        StepNews.NO_LONGER_WANTED: phrases.about("news of a step", "No longer wanted."),
    }[news]


def _exploration(held: Held, _holdings: Holdings, phrases: Phrases) -> Iterator[Fact]:
    yield from _explored(record_from(Exploration, held.entity.id, held.fields), phrases)


def _explored(said: Exploration, phrases: Phrases) -> Iterator[Fact]:
    yield phrases.text("What already works"), said.what_works
    yield phrases.text("When it was a little better"), said.exceptions
    yield phrases.text("Best hopes"), said.best_hopes
    yield phrases.text("The smallest sign of one step up"), said.smallest_sign
    if said.scaling.now is not None:
        yield phrases.text("Where it was"), str(said.scaling.now)
    if said.scaling.good_enough is not None:
        yield phrases.text("What would be good enough"), str(said.scaling.good_enough)
    for option in said.options:
        label = phrases.text("An option that was chosen") if option.chosen else phrases.text("An option")
        parts = (option.words, option.speaks_for, option.cost, option.fit, option.supports)
        yield label, "\n".join(each for each in parts if each)
    if said.decision is not None:
        boxes = said.decision
        yield phrases.text("Staying as it is, or changing: about what"), boxes.topic
        yield phrases.text("What is good about staying"), boxes.staying_good
        yield phrases.text("What is not so good about staying"), boxes.staying_not_so_good
        yield phrases.text("What would be good about changing"), boxes.changing_good
        yield phrases.text("What would not be so good about changing"), boxes.changing_not_so_good
    yield phrases.text("What was agreed"), said.agreed


def _worksheet(held: Held, _holdings: Holdings, _phrases: Phrases) -> Iterator[Fact]:
    asked = held.fields.get("asked", {})
    for part, answer in held.fields.get("answers", {}).items():
        yield asked.get(part, part), _answered(answer)


def _answered(answer: JsonValue) -> str:
    if answer is None:
        return ""
    if isinstance(answer, list):
        apart = ", " if all(isinstance(each, str) for each in answer) else "\n"
        return apart.join(filter(None, map(_answered, answer)))
    return str(answer)


def _lines(held: Held, _holdings: Holdings, phrases: Phrases) -> Iterator[Fact]:
    order = {each.value: place for place, each in enumerate(StayingWellSection)}
    for line in sorted(in_order(lines_from(held.fields)), key=lambda each: order.get(each.section, 0)):
        label = phrases.text("What matters")
        if line.section in set(StayingWellSection):
            label = section_title(StayingWellSection(line.section), phrases)
        words = phrases.text("{words} (taken away)", words=line.words) if line.removed else line.words
        yield label, words


def _summary(held: Held, _holdings: Holdings, phrases: Phrases) -> Iterator[Fact]:
    yield (
        phrases.text("Printed or saved"),
        phrases.text("It repeats what was said in the conversation. Its words are in the file for machines."),
    )


def _sheets(held: Held, _holdings: Holdings, phrases: Phrases) -> Iterator[Fact]:
    names = {
        SheetKind.PLAN: phrases.text("Plan"),
        SheetKind.STAYING_WELL: phrases.text("Staying-well plan"),
        SheetKind.TOOLKIT_PAGE: phrases.text("Toolkit page"),
    }
    for sheet in sheets_from(held.fields):
        day = long_date(date.fromisoformat(sheet.day), phrases.language)
        yield (
            names[kind_of(sheet)],
            phrases.text("{day}, sheet {fingerprint}", day=day, fingerprint=sheet.fingerprint),
        )


def _snapshot(held: Held, _holdings: Holdings, phrases: Phrases) -> Iterator[Fact]:
    plan = held.fields.get("plan", {})
    for each in plan.get("outcomes", ()):
        yield phrases.text("What was wanted"), each.get("words", "")
    for each in plan.get("steps", ()):
        yield phrases.text("Step"), each.get("words", "")


Tell = Callable[[Held, Holdings, Phrases], Iterator[Fact]]

_DETAILS: Final[Mapping[EntityKind, Tell]] = {
    EntityKind.SESSION: _session,
    EntityKind.EXPLORATION: _exploration,
    EntityKind.WORKSHEET: _worksheet,
    EntityKind.STAYING_WELL: _lines,
    EntityKind.VALUES: _lines,
    EntityKind.SUMMARY: _summary,
    EntityKind.SHEETS: _sheets,
    EntityKind.PLAN_SNAPSHOT: _snapshot,
}
