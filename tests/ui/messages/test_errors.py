"""Every expected error has words for what happened and what to do.

These tests must not miss an error: they import the whole package and walk its classes.
"""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import iroc_desktop
from iroc_desktop.domain.content_errors import BadContentError, ContentFault, ContentProblem
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.instrument import NotOnScaleError, Scale
from iroc_desktop.domain.recovery import RecoveryDigitsError
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.ui.messages.errors import message_for, told_errors


def every_expected_error() -> set[type[ExpectedError]]:
    # the command line has words of its own for its own errors, with a test of their own
    for module in pkgutil.walk_packages(iroc_desktop.__path__, "iroc_desktop."):
        if "migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found: set[type[ExpectedError]] = set()
    unseen = [ExpectedError]
    while unseen:
        for child in unseen.pop().__subclasses__():
            if child.__module__.startswith("iroc_desktop.") and ".cli." not in child.__module__:
                found.add(child)
                unseen.append(child)
    return found


def test_every_expected_error_of_the_package_has_a_message() -> None:
    assert every_expected_error() - told_errors() == set()


def test_an_error_nobody_thought_of_is_a_bug() -> None:
    class UnthoughtError(ExpectedError):
        """A planted fault."""

    assert UnthoughtError not in told_errors()
    with pytest.raises(KeyError):
        message_for(UnthoughtError(), untranslated())


@pytest.mark.parametrize("kind", list(ContentFault))
def test_every_kind_of_content_fault_has_advice(kind: ContentFault) -> None:
    problem = ContentProblem(kind, "prompts", ("string",), 3)
    message = message_for(BadContentError("en.yaml", 7, "indicators.a", problem), untranslated())
    assert "en.yaml" in message.what
    assert "7" in message.what
    assert "indicators.a" in message.what
    assert message.do


def test_a_mistyped_group_is_named() -> None:
    assert "Group 5" in message_for(RecoveryDigitsError(5), untranslated()).what
    assert "eight groups" in message_for(RecoveryDigitsError(0), untranslated()).what


def test_the_scale_is_told() -> None:
    told = message_for(NotOnScaleError(9, Scale(1, 7)), untranslated()).whole
    assert told == "9 is not on this scale. Choose a number from 1 to 7."
