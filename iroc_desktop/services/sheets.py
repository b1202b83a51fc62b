"""What a person takes away of their plans and of toolkit pages: prepared, drawn, kept, found again.

It must not put anything on paper that only the practitioner may read, nor compute a kept sheet anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iroc_desktop.domain.history import History
from iroc_desktop.domain.kept_sheets import Sheet
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.plan_sheet import PlanSheet
from iroc_desktop.domain.staying_well import StayingWellPlan
from iroc_desktop.domain.staying_well_sheet import StayingWellSheet
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.summary import Paper, SessionSummary
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.changes import Done, plan_changed, worksheet_changed
from iroc_desktop.services.out_of_sight import sheets_in_sight
from iroc_desktop.services.planning import active_plan
from iroc_desktop.services.ports import ReportWriter
from iroc_desktop.services.summaries import Summaries
from iroc_desktop.services.work import Work


class Sheets:
    """Plans and staying-well plans on paper."""

    def __init__(self, work: Work, pack: Pack, writer: ReportWriter, summaries: Summaries) -> None:
        self._work = work
        self._pack = pack
        self._writer = writer
        self._summaries = summaries

    def plan(self, person_id: str, paper: Paper, language: str = "", *, named: bool = True) -> PlanSheet:
        """Return the active plan as it would be printed; without a language, in the person's.

        Raises:
            RecordMissingError: if there is no such person, or no plan.
        """
        with self._work.begin() as unit:
            person = unit.people.get(person_id)
            plan = active_plan(unit, person_id)
            history = History.of(self._pack.instrument, unit.conversations.of(person_id))
            practitioner = unit.practitioners.get(self._work.practitioner_id)
        if plan is None:
            raise RecordMissingError
        language = language or person.language
        picture = self._picture(history, language, paper)
        if picture is not None and not named:
            # only its spidergram is drawn, but the whole of it is kept
            picture = replace(picture, shown_name="", words=(), strengths=(), next_note="")
        wording = self._pack.wording(language)
        return PlanSheet(
            plan=plan,
            language=language,
            paper=paper,
            shown_name=person.name_on_paper if named else "",
            practitioner=practitioner.name,
            day=self._work.clock.today().isoformat(),
            indicators={each: words.name for each, words in wording.indicators.items()},
            picture=picture,
            licence_line=picture.licence_line if picture else wording.licence_line,
            practice=person.practice,
        ).sealed()

    def staying_well(
        self, person_id: str, paper: Paper, language: str = "", *, named: bool = False
    ) -> StayingWellSheet:
        """Return the staying-well plan as it would be printed, which may be empty, to fill in with a pen.

        Raises:
            RecordMissingError: if there is no such person.
        """
        with self._work.begin() as unit:
            person = unit.people.get(person_id)
            lines = unit.staying_well.of(person_id)
        return StayingWellSheet(
            plan=StayingWellPlan.of(person_id, lines),
            language=language or person.language,
            paper=paper,
            shown_name=person.name_on_paper if named else "",
            day=self._work.clock.today().isoformat(),
            practice=person.practice,
        ).sealed()

    def render(self, sheet: Sheet) -> bytes:
        """Return the very PDF that will be printed."""
        if isinstance(sheet, PlanSheet):
            return self._writer.plan(sheet)
        if isinstance(sheet, ToolkitSheet):
            return self._writer.toolkit_page(sheet)
        return self._writer.staying_well(sheet)

    def protected(self, pdf: bytes, passphrase: str) -> bytes:
        """Return a PDF to save: it opens with this passphrase only, or as it is where that is empty.

        Raises:
            PassphraseTooShortError, PdfPassphraseError: if the passphrase would not do.
        """
        return self._writer.protected(pdf, passphrase) if passphrase else pdf

    def keep(self, sheet: Sheet, action: Action) -> Done[Sheet]:
        """Keep the sheet that was printed or saved, once, and note each time in the log."""
        with self._work.begin() as unit:
            unit.sheets.add(sheet)
            unit.log.note(_shown_on(sheet), action)
            unit.commit()
        on_a_page = isinstance(sheet, ToolkitSheet)
        changed = worksheet_changed(sheet.person_id) if on_a_page else plan_changed(sheet.person_id)
        return Done(sheet, changed)

    def kept(self, person_id: str) -> Sequence[Sheet]:
        """Return the sheets of a person that were printed or saved, by the day on them."""
        with self._work.begin() as unit:
            return sheets_in_sight(unit, person_id)

    def reprint(self, person_id: str, sheet_id: str) -> Sheet:
        """Return a kept sheet, exactly as it was printed.

        Raises:
            RecordMissingError: if there is no such sheet.
        """
        found = next((each for each in self.kept(person_id) if each.id == sheet_id), None)
        if found is None:
            raise RecordMissingError
        return found

    def _picture(self, history: History, language: str, paper: Paper) -> SessionSummary | None:
        if history.now is None:
            return None
        return self._summaries.draft(history.now.id, language, paper)


def _shown_on(sheet: Sheet) -> Entity:
    if isinstance(sheet, PlanSheet):
        return Entity(EntityKind.PLAN, sheet.plan.id)
    if isinstance(sheet, ToolkitSheet):
        return Entity(EntityKind.SHEETS, sheet.person_id)
    return Entity(EntityKind.STAYING_WELL, sheet.person_id)
