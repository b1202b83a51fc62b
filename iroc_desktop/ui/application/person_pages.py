"""The page that each stage has for the person, made when the screen is first turned to them.

It must not turn the screen: `persons_view` does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iroc_desktop.domain.wording import Pack
    from iroc_desktop.ui.screens.choose.presenter import ChoosePresenter
    from iroc_desktop.ui.screens.conversation.presenter import ConversationPresenter
    from iroc_desktop.ui.screens.explore.presenter import ExplorePresenter
    from iroc_desktop.ui.screens.plan.presenter import PlanPresenter
    from iroc_desktop.ui.screens.toolkit.presenter import ToolkitPresenter
    from iroc_desktop.ui.widgets.persons_page import PersonsPage
    from iroc_desktop.ui.widgets.turned import Turned

    MakePage = Callable[[Turned], PersonsPage]


def conversing(presenter: ConversationPresenter, turned: Turned) -> PersonsPage:
    """Make the conversation's page."""
    from iroc_desktop.ui.screens.conversation.person_view import PersonView

    return PersonView(presenter, turned)


def choosing(presenter: ChoosePresenter, pack: Pack, turned: Turned) -> PersonsPage:
    """Make the page to choose on."""
    from iroc_desktop.ui.screens.choose.person_view import ChoosePersonView

    return ChoosePersonView(presenter, turned, pack)


def exploring(presenter: ExplorePresenter, pack: Pack, turned: Turned) -> PersonsPage:
    """Make the page to explore on."""
    from iroc_desktop.ui.screens.explore.person_view import ExplorePersonView

    return ExplorePersonView(presenter, turned, pack)


def planning(presenter: PlanPresenter, turned: Turned) -> PersonsPage:
    """Make the plan's page."""
    from iroc_desktop.ui.screens.plan.person_view import PlanPersonView

    return PlanPersonView(presenter, turned)


def filling_in(presenter: ToolkitPresenter, turned: Turned) -> PersonsPage:
    """Make the toolkit's page."""
    from iroc_desktop.ui.screens.toolkit.person_view import ToolkitPersonView

    return ToolkitPersonView(presenter, turned)
