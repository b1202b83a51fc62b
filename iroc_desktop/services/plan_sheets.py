"""The plan on paper: prepared, drawn, and noted in the log when it was printed.

It must not put anything on paper that only the practitioner may read.
"""

from __future__ import annotations

from iroc_desktop.domain.history import History
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan_sheet import PlanSheet
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.summary import Paper, SessionSummary
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.planning import active_plan
from iroc_desktop.services.ports import ReportWriter, UnitOfWork
from iroc_desktop.services.summaries import Summaries
from iroc_desktop.services.work import Work


class PlanSheets:
    """What a person takes away of their plan."""

    def __init__(self, work: Work, pack: Pack, writer: ReportWriter, summaries: Summaries) -> None:
        self._work = work
        self._pack = pack
        self._writer = writer
        self._summaries = summaries

    def prepare(self, person_id: str, paper: Paper, language: str = "") -> PlanSheet:
        """Return the active plan as it would be printed; without a language, in the person's.

        Raises:
            RecordMissingError: if there is no such person, or no plan.
        """
        with self._work.begin() as unit:
            person = unit.people.get(person_id)
            plan = _plan_of(unit, person_id)
            history = History.of(self._pack.instrument, unit.conversations.of(person_id))
            practitioner = unit.practitioners.get(self._work.practitioner_id)
        language = language or person.language
        picture = self._picture(history, language, paper)
        wording = self._pack.wording(language)
        return PlanSheet(
            plan=plan,
            language=language,
            paper=paper,
            shown_name=person.name_on_paper,
            practitioner=practitioner.name,
            day=self._work.clock.today().isoformat(),
            indicators={each: words.name for each, words in wording.indicators.items()},
            picture=picture,
            licence_line=picture.licence_line if picture else wording.licence_line,
            practice=person.practice,
        )

    def render(self, sheet: PlanSheet) -> bytes:
        """Return the very PDF that will be printed."""
        return self._writer.plan(sheet)

    def note(self, sheet: PlanSheet, action: Action) -> Done[PlanSheet]:
        """Note in the log that the sheet was printed or saved."""
        with self._work.begin() as unit:
            unit.log.note(Entity(EntityKind.PLAN, sheet.plan.id), action)
            unit.commit()
        return Done(sheet, Changes())

    def _picture(self, history: History, language: str, paper: Paper) -> SessionSummary | None:
        if history.now is None:
            return None
        return self._summaries.draft(history.now.id, language, paper)


def _plan_of(unit: UnitOfWork, person_id: str) -> PersonalPlan:
    plan = active_plan(unit, person_id)
    if plan is None:
        raise RecordMissingError
    return plan
