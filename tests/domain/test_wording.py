"""A pack always has a wording to show."""

from __future__ import annotations

from iroc_desktop.domain.instrument import Area, Indicator, Instrument, Scale
from iroc_desktop.domain.wording import IndicatorWording, Pack, ReviewStatus, Wording

ONE = Instrument("one", "1", Scale(1, 2), (Area("all", "A", "all"),), (Indicator("it", "all"),), 1, 1)


def wording(language: str) -> Wording:
    words = IndicatorWording("It", "It", f"It, in {language}?", "It?", ("How?",), ("And?",))
    return Wording(
        language=language,
        status=ReviewStatus.DRAFT,
        reviewed_by="",
        name="One",
        look_back="lately",
        licence_line="For tests only.",
        areas={"all": "All"},
        steps={1: "no", 2: "yes"},
        indicators={"it": words},
    )


PACK = Pack(ONE, {"fr": wording("fr"), "en": wording("en")}, official=False, licence_holder="")


def test_a_language_of_the_pack_is_given() -> None:
    assert PACK.wording("en").indicators["it"].question == "It, in en?"


def test_another_language_falls_back_to_the_first_of_the_pack() -> None:
    assert PACK.wording("es").language == "fr"
