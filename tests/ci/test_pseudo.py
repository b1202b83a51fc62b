"""Pseudo sentences are twice as long, plainly not English, and can still be filled.

It must not test how they look on a screen: the screens' own tests do.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pseudo import LANGUAGE, PseudoTranslations, stretched

from iroc_desktop.i18n.phrases import Phrases


@pytest.mark.parametrize("sentence", ["Open", "You have {count} steps to look at.", "Saved {time:>5}"])
def test_a_sentence_becomes_twice_as_long_and_keeps_its_placeholders(sentence: str) -> None:
    pseudo = stretched(sentence)
    assert len(pseudo) >= 2 * len(sentence)
    assert pseudo.format(count=3, time="1") != sentence.format(count=3, time="1")
    assert not pseudo.isascii()


@given(st.text())
def test_braces_meant_as_text_stay_text(words: str) -> None:
    sentence = words.replace("{", "{{").replace("}", "}}")
    shown = stretched(sentence).format()
    assert shown.count("{") == words.count("{")
    assert shown.count("}") == words.count("}")


def test_phrases_speak_the_pseudo_language() -> None:
    phrases = Phrases(LANGUAGE, PseudoTranslations())
    assert "Ana" in phrases.text("Hello {name}", name="Ana")
    assert "2" in phrases.plural("{count} step", "{count} steps", 2)
    assert phrases.about("button", "Open").startswith("[Öpéñ")
