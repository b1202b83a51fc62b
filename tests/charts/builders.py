"""Charts to draw in tests: of any size, with gaps where a test wants them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from iroc_desktop.charts.journey import Journey, Occasion, Panel
from iroc_desktop.charts.palette import Palette, SeriesKind, for_paper, grey, palette_from_tokens
from iroc_desktop.charts.spidergram import Series, Spidergram, Spoke

TOKENS = json.loads((Path(__file__).parents[2] / "resources" / "theme" / "tokens.json").read_text("utf-8"))
LIGHT: Palette = palette_from_tokens(TOKENS, "light")
PAPER: Palette = for_paper(LIGHT)
GREY: Palette = grey(LIGHT)

AREAS = (("home", "H"), ("opportunity", "O"), ("people", "P"), ("empowerment", "E"))

ENGLISH = (
    "Mental health", "Life skills", "Safety", "Physical health", "Activity", "Purpose",
    "Personal network", "Social network", "Valuing myself", "Participation", "Self-management", "Hope",
)  # fmt: skip
SPANISH = (
    "Salud mental", "Vida diaria", "Seguridad", "Salud física", "Actividad", "Rumbo",
    "Gente cercana", "Comunidad", "Valorarme", "Participación", "Cuidarme", "Esperanza",
)  # fmt: skip
LONG = (
    "Selbstbestimmungsmöglichkeiten", "Compétences de la vie quotidienne", "Zufriedenheit",
    "الصحة النفسية", "Участие и контроль", "Körperliche Gesundheit und Schlaf",
)  # fmt: skip


def spokes(count: int, names: tuple[str, ...] = ENGLISH) -> tuple[Spoke, ...]:
    """Return so many spokes, spread over four areas."""
    areas = [AREAS[place * len(AREAS) // count] for place in range(count)]
    return tuple(
        Spoke(names[place % len(names)], token, letter) for place, (token, letter) in enumerate(areas)
    )


def spidergram(
    *now: int | None,
    last: tuple[int | None, ...] | None = None,
    start: tuple[int | None, ...] | None = None,
    names: tuple[str, ...] = ENGLISH,
    steps: tuple[int, int] = (1, 6),
) -> Spidergram:
    """Return a spidergram of these ratings, with as many spokes as there are ratings."""
    given = (
        (SeriesKind.START, "start", start),
        (SeriesKind.LAST, "last time", last),
        (SeriesKind.NOW, "now", now),
    )
    series = tuple(Series(kind, label, values) for kind, label, values in given if values is not None)
    return Spidergram(spokes(len(now), names), *steps, series)


def full(count: int, names: tuple[str, ...] = ENGLISH) -> Spidergram:
    """Return a spidergram with three whole rounds."""
    values = [tuple(1 + (place * step) % 6 for place in range(count)) for step in (1, 2, 3)]
    return spidergram(*values[0], last=values[1], start=values[2], names=names)


def journey(*values: tuple[int | None, ...], days_apart: tuple[int, ...] = ()) -> Journey:
    """Return a journey with one panel for each tuple of ratings."""
    count = len(values[0])
    gaps = days_apart or (90,) * (count - 1)
    days = [date(2026, 2, 12) + timedelta(days=sum(gaps[:place])) for place in range(count)]
    occasions = tuple(Occasion(day, day.strftime("%d.%m.%y")) for day in days)
    panels = tuple(
        Panel(spoke.label, spoke.area, spoke.letter, ratings)
        for spoke, ratings in zip(spokes(len(values)), values, strict=True)
    )
    return Journey(occasions, panels, 1, 6)


def voices(
    person: tuple[int | None, ...],
    practitioner: tuple[int | None, ...] | None = None,
    agreed: tuple[int | None, ...] | None = None,
) -> Spidergram:
    """Return a spidergram of what each voice rates in one conversation."""
    given = (
        (SeriesKind.PERSON, "person", person),
        (SeriesKind.PRACTITIONER, "practitioner", practitioner),
        (SeriesKind.AGREED, "agreed", agreed),
    )
    series = tuple(Series(kind, label, values) for kind, label, values in given if values is not None)
    return Spidergram(spokes(len(person)), 1, 6, series)
