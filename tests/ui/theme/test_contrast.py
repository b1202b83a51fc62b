"""Every pair of colours that meets on the screen can be read: text at 4.5 to 1, marks and edges at 3 to 1."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest

from iroc_desktop.system.paths import resources
from iroc_desktop.ui.theme.stylesheet import stylesheet
from iroc_desktop.ui.theme.tokens import TEXT_SCALES, Theme, ThemeName, TypeSize, load_theme

SURFACES = ("paper", "card")
TEXT = [
    *product(("ink", "muted"), (*SURFACES, "side_bar", "hover")),
    ("ink", "danger_soft"),
    ("ink", "accent_soft"),
    *product(("accent",), (*SURFACES, "side_bar", "hover")),
    ("accent", "selected"),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    *product(("danger",), (*SURFACES, "danger_soft")),
    ("on_danger", "danger"),
    ("on_danger", "danger_strong"),
    ("selected_ink", "selected"),
    ("on_toast", "toast"),
    ("toast_action", "toast"),
]
GRAPHICS = [
    *product(("control_line", "accent_mid"), SURFACES),
    *product(("focus",), (*SURFACES, "side_bar", "selected", "hover", "danger_soft")),
    *product(("chart_now", "chart_last", "chart_start", "disabled"), SURFACES),
    ("on_accent", "accent_mid"),
    *product(("accent",), SURFACES),
    ("on_accent", "accent"),
    ("disabled", "disabled_surface"),
]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=list(ThemeName))
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(resources() / "theme", request.param)


def test_the_measure_agrees_with_its_definition() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), GRAPHICS)
def test_marks_and_edges_can_be_seen(theme: Theme, mark: str, ground: str) -> None:
    assert contrast(theme.colour(mark), theme.colour(ground)) >= 3


def test_areas_can_be_read_on_every_ground_they_meet(theme: Theme) -> None:
    for area in theme.areas.values():
        for ground in (*map(theme.colour, SURFACES), area.soft):
            assert contrast(area.colour, ground) >= 4.5
        assert contrast(area.on, area.colour) >= 4.5


def test_areas_are_told_apart_without_colour(theme: Theme) -> None:
    looks = theme.areas.values()
    assert len(theme.areas) == 4
    assert len({look.letter for look in looks}) == len({look.marker for look in looks}) == 4
    assert len({look.line for look in looks}) == 4


def test_every_theme_has_the_same_tokens() -> None:
    table: dict[str, Any] = json.loads((resources() / "theme" / "tokens.json").read_text(encoding="utf-8"))
    first, *others = (set(tokens) for tokens in table["themes"].values())
    assert len(others) == 2
    assert all(tokens == first for tokens in others)


def test_the_style_sheet_leaves_no_token_unfilled_and_names_no_side(theme: Theme) -> None:
    sheet = stylesheet(theme)
    assert "$" not in sheet
    for side in ("-left", "-right"):
        assert side not in sheet


def test_text_doubles_at_200_percent() -> None:
    plain, large = (load_theme(resources() / "theme", ThemeName.LIGHT, scale) for scale in (100, 200))
    for size in TypeSize:
        assert large.points(size) == 2 * plain.points(size)
    assert plain.points(TypeSize.BASE) == 11
    assert {100, 200} <= set(TEXT_SCALES)


def test_charts_get_the_colours_of_the_theme(theme: Theme) -> None:
    palette = theme.palette_for_charts()
    assert palette.paper == theme.colour("card")
    assert palette.area("people").colour == theme.area("people").colour
