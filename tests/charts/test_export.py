"""Pixels and files."""

from __future__ import annotations

import numpy as np
import pytest

from iroc_desktop.charts.export import figure_for_screen, to_png, to_rgba, to_svg
from iroc_desktop.charts.journey import draw_journey
from iroc_desktop.charts.palette import Palette, palette_from_tokens
from iroc_desktop.charts.spidergram import draw_spidergram
from tests.charts.builders import LIGHT, TOKENS, full, journey


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize(("width", "height"), [(300, 300), (451, 333)])
def test_the_buffer_has_exactly_the_pixels_asked_for(width: int, height: int, scale: float) -> None:
    figure = figure_for_screen(width, height)
    draw_spidergram(figure, full(12), LIGHT)
    pixels = np.asarray(to_rgba(figure, width, height, scale))
    assert pixels.shape == (round(height * scale), round(width * scale), 4)


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_a_chart_lies_on_the_themes_paper_and_is_not_blank(theme: str) -> None:
    palette: Palette = palette_from_tokens(TOKENS, theme)
    figure = figure_for_screen(300, 300)
    draw_spidergram(figure, full(12), palette)
    pixels = np.asarray(to_rgba(figure, 300, 300))
    corner = "#" + "".join(f"{part:02x}" for part in pixels[0, 0, :3])
    assert corner == palette.paper.lower()
    assert (pixels[..., :3] != pixels[0, 0, :3]).any(axis=2).mean() > 0.02


def test_a_figure_drawn_for_one_size_is_laid_out_anew_for_another() -> None:
    figure = figure_for_screen(300, 300)
    draw_spidergram(figure, full(12), LIGHT)
    to_rgba(figure, 300, 300)
    again = figure_for_screen(600, 400)
    draw_spidergram(again, full(12), LIGHT)
    assert bytes(to_rgba(figure, 600, 400)) == bytes(to_rgba(again, 600, 400))


def test_drawing_twice_replaces_what_was_there() -> None:
    figure = figure_for_screen(300, 300)
    draw_spidergram(figure, full(12), LIGHT)
    draw_journey(figure, journey((1, 2)), LIGHT)
    assert len(figure.artists) == 1


def test_svg_text_can_be_selected_and_files_are_the_same_twice() -> None:
    def drawn() -> tuple[bytes, bytes]:
        figure = figure_for_screen(450, 450)
        draw_spidergram(figure, full(12), LIGHT)
        return to_svg(figure), to_png(figure)

    svg, png = drawn()
    assert b">Mental health</text>" in svg
    assert b"<dc:date>" not in svg
    assert png.startswith(b"\x89PNG")
    assert drawn() == (svg, png)


def test_lines_are_as_thick_for_their_picture_at_every_scale() -> None:
    shares = []
    for scale in (1.0, 2.0, 3.0):
        figure = figure_for_screen(300, 300)
        draw_spidergram(figure, full(12), LIGHT)
        pixels = np.asarray(to_rgba(figure, 300, 300, scale))[..., :3].astype(int)
        shares.append(float((255 - pixels).mean()))
    assert max(shares) < 1.1 * min(shares)
