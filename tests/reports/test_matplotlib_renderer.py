"""A figure on a page: lines and words, at their place."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from iroc_desktop.charts.drawing import Box, Drawing, Line, Mark, Plate, Words
from iroc_desktop.charts.export import figure_of_points
from iroc_desktop.charts.painting import put_on
from iroc_desktop.charts.palette import Marker
from iroc_desktop.reports.fonts import Typefaces
from iroc_desktop.reports.matplotlib_renderer import FigureFlowable


def drawn(faces: Typefaces, *items: Line | Mark | Plate | Words) -> PdfReader:
    figure = figure_of_points(200.0, 100.0)

    def lay_out(_width: float, _height: float) -> Drawing:
        return items

    put_on(figure, lay_out, "#ffffff")
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(300, 300), pageCompression=0)
    flowable = FigureFlowable(figure, faces)
    assert flowable.wrap(300, 300) == pytest.approx((200.0, 100.0))
    flowable.drawOn(canvas, 10.0, 20.0)
    canvas.save()
    return PdfReader(stream)


def operations(reader: PdfReader) -> str:
    contents = reader.pages[0].get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


def test_a_line_has_its_points_width_dash_and_colour(faces: Typefaces) -> None:
    said = operations(drawn(faces, Line(((5, 6), (25, 36)), "#ff0000", 1.5, (4.5, 2.2))))
    for each in ("5.00 6.00 m", "25.00 36.00 l", "1.5 w", "[4.5 2.2] 0 d", "1 0 0 RG"):
        assert each in said


def test_a_closed_line_is_closed(faces: Typefaces) -> None:
    said = operations(drawn(faces, Line(((0, 0), (9, 0), (9, 9)), "#000000", 1, closed=True)))
    assert "9.00 9.00 l h" in said


def test_a_round_mark_is_made_of_curves(faces: Typefaces) -> None:
    said = operations(drawn(faces, Mark((50, 50), Marker.CIRCLE, 6, "#000000")))
    assert " c" in said
    assert "/Image" not in said


def test_words_can_be_selected_in_any_script(faces: Typefaces) -> None:
    reader = drawn(faces, Words((10, 10), "Łódź Мир", 9, "#000000"))
    assert "Łódź Мир" in reader.pages[0].extract_text()


def test_words_start_end_or_are_centred_where_they_were_put(faces: Typefaces) -> None:
    places: list[float] = []

    def note(_text: str, cm: list[float], tm: list[float], *_: object) -> None:
        places.append(cm[4] + tm[4])

    for align in ("start", "middle", "end"):
        drawn(faces, Words((100, 10), "Hope", 10, "#000000", align=align)).pages[0].extract_text(
            visitor_text=lambda t, cm, tm, *rest: note(t, cm, tm, *rest) if t.strip() else None
        )
    assert places[0] == pytest.approx(110.0, abs=0.1)
    assert places[0] > places[1] > places[2]


def test_a_plate_is_filled_and_not_stroked(faces: Typefaces) -> None:
    said = operations(drawn(faces, Plate(Box(1, 2, 31, 42), "#00ff00")))
    assert "0 1 0 rg" in said
    assert " S" not in said.replace("\n", " ")
