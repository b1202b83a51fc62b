"""The guide is whole in every language, and a page is found by the beginnings of its words."""

from __future__ import annotations

from iroc_desktop.domain.guide import NO_GUIDE, GuideText, Skill, guide_for
from iroc_desktop.domain.wording import ReviewStatus


def skill(skill_id: str, title: str, text: str = "Nothing more.") -> Skill:
    return Skill(skill_id, title, (text,), ("How was that?",), "")


EN = GuideText(
    "en",
    ReviewStatus.DRAFT,
    "",
    (skill("listen", "Listening", "Put the pen down."), skill("pace", "Silence and pace")),
)
ES = GuideText(
    "es", ReviewStatus.REVIEWED, "Alguien", (skill("listen", "Escuchar", "Suelta el «bolígrafo»."),)
)


def test_pages_come_in_the_reader_s_language() -> None:
    guide = guide_for((EN, ES), "en")
    assert [(page.skill.title, page.language, page.instead_of) for page in guide.pages] == [
        ("Listening", "en", ""),
        ("Silence and pace", "en", ""),
    ]
    assert guide.draft


def test_a_page_that_a_language_lacks_is_shown_in_another_which_is_named() -> None:
    guide = guide_for((EN, ES), "es")
    assert [(page.skill.title, page.language, page.instead_of) for page in guide.pages] == [
        ("Escuchar", "es", ""),
        ("Silence and pace", "en", "es"),
    ]
    assert [page.status for page in guide.pages] == [ReviewStatus.REVIEWED, ReviewStatus.DRAFT]
    assert not guide_for((ES,), "es").draft


def test_a_page_is_found_by_beginnings_of_words_without_accents_or_marks() -> None:
    guide = guide_for((EN, ES), "es")
    assert [page.skill.id for page in guide.find("BOLIGRA")] == ["listen"]
    assert [page.skill.id for page in guide.find("pace sil")] == ["pace"]
    assert guide.find("igrafo") == ()
    assert guide.find("pace bolígrafo") == ()


def test_the_best_page_has_the_words_in_its_title() -> None:
    first = skill("first", "Open questions", "Leave room for silence.")
    guide = guide_for((GuideText("en", ReviewStatus.DRAFT, "", (first, *EN.skills)),), "en")
    assert [page.skill.id for page in guide.find("silence")] == ["first", "pace"]
    assert [best.skill.id for best in (guide.best("silence"), guide.best("pen")) if best] == [
        "pace",
        "listen",
    ]
    assert guide.best("zebra") is None


def test_nothing_typed_finds_every_page() -> None:
    guide = guide_for((EN,), "en")
    assert guide.find("") == guide.find("  ¿? ") == guide.pages
    assert NO_GUIDE.find("") == ()
