"""Icons take the theme's colours, stay sharp, and mirror nothing by themselves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.theme.fonts import FAMILY, MissingFontsError, base_font, register_fonts
from iroc_desktop.ui.theme.icons import TintedIcons, UnknownIconError
from iroc_desktop.ui.theme.look import make_look

KEPT = sorted(file.stem for file in (resources() / "icons").glob("*.svg"))


@pytest.fixture
def icons(qtbot: QtBot) -> TintedIcons:
    return make_look(resources(), untranslated()).icons


def inks(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", KEPT)
def test_every_kept_icon_draws_only_in_the_asked_colour(icons: TintedIcons, name: str) -> None:
    colour = QColor(icons.theme.colour("danger")).name()
    assert inks(icons.pixmap(name, "danger", 48).toImage()) == {colour}


def test_a_disabled_button_shows_its_icon_in_grey(icons: TintedIcons) -> None:
    picture = icons.icon("lock").pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    assert inks(picture) == {QColor(icons.theme.colour("disabled")).name()}


def test_a_finer_screen_gets_more_pixels_of_the_same_icon(icons: TintedIcons) -> None:
    pixmap = icons.pixmap("lock", "ink", 24, 2.0)
    assert pixmap.deviceIndependentSize().toSize() == QSize(24, 24)
    assert pixmap.size() == QSize(48, 48)


def test_an_icon_that_is_not_kept_is_a_fault(icons: TintedIcons) -> None:
    with pytest.raises(UnknownIconError):
        icons.icon("unicorn")


def test_the_programs_own_letters_are_registered(qtbot: QtBot, icons: TintedIcons) -> None:
    assert FAMILY in register_fonts(resources() / "fonts")
    assert base_font(icons.theme).families()[0] == FAMILY


def test_a_package_without_fonts_is_a_fault(qtbot: QtBot) -> None:
    with pytest.raises(MissingFontsError):
        register_fonts(resources() / "theme")
