"""The organisation's contacts stand beside the skill about distress, and are never anybody else's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.guide import Guide, GuideText, Skill, guide_for
from iroc_desktop.domain.wording import ReviewStatus
from iroc_desktop.services.desk import Desk
from iroc_desktop.system.content.guide import load_guide
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.screens.help.presenter import DISTRESS, HelpPresenter, State
from iroc_desktop.ui.screens.help.skills_page import SkillsPage
from iroc_desktop.ui.screens.help.view import HelpView
from tests.fakes.builders import pack
from tests.fakes.desk import ImmediateRunner, desk_in_memory
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.sessions import FillingStore

SKILLS = (
    Skill(DISTRESS, "When someone is distressed", ("Slow down.",), ("I am here.",), ""),
    Skill("listening", "Listening", ("Wait.",), ("Go on.",), ""),
)


def guide(*skills: Skill) -> Guide:
    return guide_for((GuideText("en", ReviewStatus.DRAFT, "", skills),), "en")


@pytest.fixture
def desk() -> Desk:
    return desk_in_memory(pack(), FillingStore())


def presenter(desk: Desk, of: Guide, skill: str = DISTRESS) -> HelpPresenter:
    return HelpPresenter(
        "0.1.0",
        Path("/notices"),
        Path("/data"),
        guide=of,
        skill=skill,
        arranging=desk.arranging,
        runner=ImmediateRunner(),
    )


def said(view: HelpView) -> list[str]:
    return [each.text() for each in view.findChildren(QLabel) if each.isVisible()]


@pytest.mark.parametrize("folder", ["en", "es"])
def test_the_guide_has_the_skill_the_contacts_stand_beside(folder: str) -> None:
    texts = load_guide(resources() / "help", resources() / "schemas")
    ours = guide_for(texts, folder)
    assert DISTRESS in {page.skill.id for page in ours.pages}


def test_the_contacts_stand_beside_that_skill_and_no_other(stage: Stage, desk: Desk) -> None:
    desk.arranging.keep(Arrangements("Night nurse, office 2\nChaplain"))
    shown = presenter(desk, guide(*SKILLS))
    view = HelpView(shown, stage.look())
    stage.show(view)
    assert "Night nurse, office 2" in said(view)
    assert "Chaplain" in said(view)
    shown.read("listening")
    assert "Chaplain" not in said(view)
    view.leave()


def test_without_contacts_the_page_says_where_to_add_them(stage: Stage, desk: Desk) -> None:
    view = HelpView(presenter(desk, guide(*SKILLS)), stage.look())
    stage.show(view)
    assert [each for each in said(view) if "in Settings" in each]
    view.leave()


def test_contacts_that_are_written_meanwhile_appear(stage: Stage, desk: Desk) -> None:
    view = HelpView(presenter(desk, guide(*SKILLS)), stage.look())
    stage.show(view)
    view.on_changes(desk.arranging.keep(Arrangements("Chaplain")).changes, None)
    assert "Chaplain" in said(view)
    view.leave()


def test_a_guide_without_that_skill_is_read_as_ever(stage: Stage, desk: Desk) -> None:
    view = HelpView(presenter(desk, guide(SKILLS[1]), "listening"), stage.look())
    stage.show(view)
    page = view.findChild(SkillsPage)
    assert isinstance(page, SkillsPage)
    assert page.contacts is None
    view.leave()


def test_without_a_desk_the_contacts_are_unknown_and_stay_so() -> None:
    shown: list[State] = []
    made = HelpPresenter("0.1.0", Path("/notices"), Path("/data"), guide=guide(*SKILLS))
    made.attach(shown.append)
    assert [state.contacts for state in shown] == [None]


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_at_any_text_size(stage: Stage, desk: Desk, scale: int) -> None:
    desk.arranging.keep(Arrangements("The psychologist of the second module, by the internal telephone"))
    view = HelpView(presenter(desk, guide(*SKILLS)), stage.look(scale))
    page = stage.show(view)
    assert misfits(page) == []
    assert unnamed(page) == []
    view.leave()
