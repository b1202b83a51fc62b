"""What the picture says, as whole sentences and as a table.

It must not soften or sharpen anything: up and down are said in the same plain way.
"""

from __future__ import annotations

from iroc_desktop.i18n.formats import month_and_year
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.screens.picture.presenter import Moved, Picture, Row, Strong
from iroc_desktop.ui.widgets.history_table import HistoryRow


def strong_line(strong: Strong, phrases: Phrases) -> str:
    """Return that an indicator is high now."""
    return phrases.text(
        "{indicator}: {rating}, {word}.", indicator=strong.name, rating=strong.rating, word=strong.word
    )


def risen_line(moved: Moved, phrases: Phrases) -> str:
    """Return that an indicator went up."""
    return phrases.text(
        "{indicator} went up from {before} to {rating}.",
        indicator=moved.name,
        before=moved.before,
        rating=moved.now,
    )


def lowered_line(moved: Moved, phrases: Phrases) -> str:
    """Return that an indicator is lower than the time before."""
    return phrases.text(
        "{indicator} is at {rating} now; the time before it was {before}.",
        indicator=moved.name,
        before=moved.before,
        rating=moved.now,
    )


def quiet_lines(picture: Picture, phrases: Phrases) -> list[str]:
    """Return what stayed, what is not rated, and what went down, in this order."""
    words, lines = picture.words, []
    if words.steady:
        lines.append(
            phrases.plural("One stayed where it was.", "{count} stayed where they were.", words.steady)
        )
    if words.gaps:
        lines.append(
            phrases.plural(
                "One is not rated: {names}.",
                "{count} are not rated: {names}.",
                len(words.gaps),
                names=", ".join(words.gaps),
            )
        )
    return [*lines, *(lowered_line(each, phrases) for each in words.lowered)]


def table_rows(picture: Picture, phrases: Phrases) -> tuple[list[str], list[HistoryRow]]:
    """Return the headings and rows of the table; columns of conversations there never were are left out."""
    history, language = picture.history, phrases.language
    heads = [phrases.text("Indicator")]
    if history.last is not None and history.start is not None:
        heads.append(phrases.text("Start\n{month}", month=month_and_year(history.start.held_on, language)))
    if history.previous is not None:
        heads.append(phrases.text("Last\n{month}", month=month_and_year(history.previous.held_on, language)))
    heads.append(phrases.text("Now"))
    if history.previous is not None:
        heads.append(phrases.text("Change"))
    return heads, [_table_row(row, picture, phrases) for row in picture.rows]


def _table_row(row: Row, picture: Picture, phrases: Phrases) -> HistoryRow:
    history = picture.history
    cells = [f"{row.area_letter}   {row.name}"]
    if history.last is not None:
        cells.append(_cell(row.start))
    if history.previous is not None:
        cells.append(_cell(row.last if history.last is not None else row.start))
    cells.append(_cell(row.now))
    if history.previous is not None:
        cells.append(_change(row.change))
    return HistoryRow(tuple(cells), _spoken(row, phrases))


def _spoken(row: Row, phrases: Phrases) -> str:
    if row.now is None:
        return phrases.text("{indicator} has no rating this time.", indicator=row.name)
    if row.change is None:
        return phrases.text("{indicator} is at {rating}.", indicator=row.name, rating=row.now)
    moved = Moved(row.name, row.now - row.change, row.now)
    if row.change > 0:
        return risen_line(moved, phrases)
    if row.change < 0:
        return lowered_line(moved, phrases)
    return phrases.text("{indicator} stayed at {rating}.", indicator=row.name, rating=row.now)


def _cell(rating: int | None) -> str:
    return "–" if rating is None else str(rating)


def _change(change: int | None) -> str:
    if change is None:
        return ""
    if change == 0:
        return "="
    return f"▲ {change}" if change > 0 else f"▽ {-change}"
