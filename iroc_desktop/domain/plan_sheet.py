"""A personal plan on its way to paper: everything that the sheet will say, frozen.

It must not hold anything that only the practitioner may read.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from iroc_desktop.domain.operations import canonical
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.summary import Paper, SessionSummary


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """One person's plan in one language, for one size of paper."""

    plan: PersonalPlan = field(repr=False)
    language: str
    paper: Paper
    shown_name: str = field(repr=False)
    """As the person chose to be named."""
    practitioner: str = field(repr=False)
    day: str
    """ISO date on which it was prepared."""
    indicators: Mapping[str, str]
    """Indicator id → name, in the sheet's language."""
    picture: SessionSummary | None = field(default=None, repr=False)
    """The newest conversation, for its spidergram; None before the first."""
    licence_line: str = ""
    practice: bool = False

    @property
    def fingerprint(self) -> str:
        """Return six letters and digits, such as "7F3K-22", that differ when anything on the sheet does."""
        said: list[Any] = [asdict(self.plan), self.language, self.paper.value, self.shown_name, self.day]
        said.append(self.picture.fingerprint if self.picture else "")
        digest = hashlib.sha256(canonical(_plain(said))).digest()
        letters = base64.b32encode(digest).decode()[:6]
        return f"{letters[:4]}-{letters[4:]}"


def _plain(value: Any) -> Any:  # noqa: ANN401 - any JSON, with dates in it
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value if isinstance(value, str | int | bool | None) else str(value)
