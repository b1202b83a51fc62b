"""The contacts are the organisation's own; where there are none, the card says where to write them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.contacts_card import ContactsCard
from tests.ui.fitting import misfits

Show = Callable[[QWidget, int, int], None]


def said(card: QWidget) -> list[str]:
    return [each.text() for each in card.findChildren(QLabel) if each.isVisible() and each.text() != "•"]


def test_without_contacts_it_says_where_to_add_them_and_invents_no_number(show: Show, look: Look) -> None:
    card = ContactsCard(look)
    show(card, 500, 400)
    heading, sentence = said(card)
    assert heading == card.accessibleName()
    assert "Settings" in sentence
    assert not any(letter.isdigit() for letter in heading + sentence)


def test_each_contact_is_a_line_and_nothing_else_is_said(show: Show, look: Look) -> None:
    card = ContactsCard(look)
    show(card, 500, 400)
    card.show_contacts(("Night nurse, office 2", "<b>Chaplain</b>, ask any officer"))
    assert said(card)[1:] == ["Night nurse, office 2", "<b>Chaplain</b>, ask any officer"]
    card.show_contacts(())
    assert len(said(card)) == 2


def test_a_long_contact_wraps_and_is_not_cut(show: Show, look: Look) -> None:
    card = ContactsCard(look)
    card.show_contacts(("The duty psychologist of the second module, by the internal telephone, all night",))
    show(card, 460, 700)
    assert misfits(card) == []
