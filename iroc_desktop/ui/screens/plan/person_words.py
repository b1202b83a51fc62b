"""What the plan says and asks when the screen is turned to the person.

It must not judge how a step goes, nor take silence for a yes.
"""

from __future__ import annotations

from collections.abc import Iterator

from iroc_desktop.domain.plan import Agreement, Step
from iroc_desktop.i18n.phrases import Phrases


def what_i_want(phrases: Phrases) -> str:
    """Return what stands above the outcomes."""
    return phrases.text("What I want")


def more_steps(phrases: Phrases) -> str:
    """Return what stands above the steps without an outcome."""
    return phrases.text("More steps")


def who_helps(phrases: Phrases) -> str:
    """Return what stands above the supports."""
    return phrases.text("Who and what helps me")


def how_it_goes(phrases: Phrases) -> str:
    """Return what is asked above the statuses."""
    return phrases.text("How is it going?")


def how_sure(phrases: Phrases) -> str:
    """Return what is asked above the numbers from 1 to 10."""
    return phrases.text("How sure am I that I will do it? 1 is not sure, 10 is very sure.")


def one_higher(phrases: Phrases) -> str:
    """Return what is asked where somebody is not so sure."""
    return phrases.text("What would make it one higher?")


def do_i_agree(phrases: Phrases) -> str:
    """Return what is asked on the last page."""
    return phrases.text("Do I agree with this plan?")


def why(phrases: Phrases) -> str:
    """Return what is asked below an answer other than yes."""
    return phrases.text("What should be different, or what do I need first?")


def answer_words(agreement: Agreement, phrases: Phrases) -> str:
    """Return an answer to whether they agree."""
    return {
        Agreement.NOT_ASKED: "",
        Agreement.YES: phrases.text("Yes, I agree"),
        Agreement.NO: phrases.text("No, not as it is"),
        Agreement.COULD_NOT_ANSWER: phrases.text("I cannot say yet"),
    }[agreement]


def said_about(step: Step, when: str, phrases: Phrases, *, sure: bool = True) -> Iterator[str]:
    """Yield who does a step, by when, where and, unless it is asked right below, how sure the person is."""
    say = phrases.text
    if step.who:
        yield say("Who: {who}", who=step.who)
    if when:
        yield say("By when: {when}", when=when)
    if step.place:
        yield say("Where: {place}", place=step.place)
    if sure and step.confidence is not None:
        yield say("How sure: {confidence} of 10", confidence=step.confidence)


def sentence_case(words: str) -> str:
    """Return words with a capital letter in front, to stand alone."""
    return words[:1].upper() + words[1:]
