"""The personal plan on paper: what the person wants, the steps on the way, and how far they have come.

It must not say anything that the frozen sheet does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable

from iroc_desktop.charts.export import figure_of_points
from iroc_desktop.charts.palette import Marker
from iroc_desktop.charts.spidergram import draw_spidergram
from iroc_desktop.domain.plan import Outcome, Step, StepStatus
from iroc_desktop.domain.plan_sheet import PlanSheet
from iroc_desktop.domain.summary import day
from iroc_desktop.i18n.formats import full_date, long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.reports.layout import SEPARATOR, Look, PrintedDocument
from iroc_desktop.reports.matplotlib_renderer import FigureFlowable
from iroc_desktop.reports.pictures import spidergram_of
from iroc_desktop.reports.pieces import MarkedLine, Rule, Signatures, StepLines
from iroc_desktop.reports.toolkit_pieces import TickedLine
from iroc_desktop.services.plan_words import agreement_sentence, progress_sentence, step_facts

_PICTURE_HEIGHT = 215.0
_LEAST_ROOM = 70.0
"""Points that have to be left for a heading with the beginning of what belongs to it."""
_SHORT_STEP = 600
"""Letters; a longer step is set as a paragraph, which flows over pages."""
_EMPTY_STEPS = 3
"""Lines to write on by hand, below an outcome without steps."""


class PlanDocument(PrintedDocument):
    """One person's plan, in the language of the sheet."""

    def __init__(self, look: Look, phrases: Phrases, sheet: PlanSheet) -> None:
        super().__init__(look, phrases, sheet.paper)
        self._sheet = sheet

    @property
    def metadata_title(self) -> str:
        """Return a title that says nothing about anybody."""
        return self.phrases.text("Plan")

    def footer(self) -> tuple[str, ...]:
        """Return whose wording it is, and which sheet."""
        sheet = self.phrases.text("sheet {fingerprint}", fingerprint=self._sheet.fingerprint)
        sheet = sheet.replace(" ", "\xa0")
        return (self._sheet.licence_line, sheet) if self._sheet.licence_line else (sheet,)

    def watermark(self) -> str:
        """Return what lies behind each page in practice mode."""
        return self.phrases.text("Practice: not a real person") if self._sheet.practice else ""

    def story(self) -> list[Flowable]:
        """Return the whole plan in reading order."""
        parts = (self._head, self._picture, self._outcomes, self._loose, self._supports, self._reviews)
        return [each for tell in (*parts, self._agreement) for each in tell()]

    def _head(self) -> Iterator[Flowable]:
        sheet, say = self._sheet, self.phrases.text
        yield self.text(
            say("My plan, {date}", date=long_date(day(sheet.day), sheet.language)), self.styles.title
        )
        said = [say("this page belongs to {name}", name=sheet.shown_name)] if sheet.shown_name else []
        progress = sheet.plan.progress
        if progress.of:
            said.append(progress_sentence(progress, self.phrases))
        if said:
            yield self.text(SEPARATOR.join(said), self.styles.quiet)
        yield Rule(self.look.palette.frame)

    def _picture(self) -> Iterator[Flowable]:
        if self._sheet.picture is None:
            return
        figure = figure_of_points(self.width, _PICTURE_HEIGHT)
        draw_spidergram(figure, spidergram_of(self._sheet.picture, self.phrases), self.look.palette)
        yield self.gap(6)
        yield FigureFlowable(figure, self.look.faces)

    def _outcomes(self) -> Iterator[Flowable]:
        for outcome in self._sheet.plan.outcomes:
            yield from self._outcome(outcome)

    def _outcome(self, outcome: Outcome) -> Iterator[Flowable]:
        plan = self._sheet.plan
        yield CondPageBreak(_LEAST_ROOM)
        yield self.gap(10)
        yield self.text(outcome.words, self.styles.subheading)
        names = [self._sheet.indicators.get(each, "") for each in outcome.indicator_ids]
        progress = plan.progress_of(outcome.id)
        facts = [name for name in names if name]
        facts += [progress_sentence(progress, self.phrases)] if progress.of else []
        if facts:
            yield self.text(SEPARATOR.join(facts), self.styles.quiet)
        for support in plan.supports_of(outcome.id):
            yield self._help(support.words)
        steps = plan.steps_of(outcome.id)
        for step in steps:
            yield from self._step(step)
        if not steps:
            yield StepLines(_EMPTY_STEPS, self.look.palette.muted)

    def _loose(self) -> Iterator[Flowable]:
        steps = self._sheet.plan.without_outcome
        if steps:
            yield from self.heading(self.phrases.text("More steps"))
        for step in steps:
            yield from self._step(step)

    def _step(self, step: Step) -> Iterator[Flowable]:
        ink, done = self.look.palette.ink, step.status is StepStatus.COMPLETED
        yield CondPageBreak(_LEAST_ROOM / 2)
        yield self.gap(4)
        long = len(step.words) > _SHORT_STEP
        words = self.phrases.text("A step") if long else step.words
        yield TickedLine(
            self.text(words, self.styles.body, width=self.width - 24.0), done, ink, round_box=False
        )
        if long:
            yield self.text(step.words, self.styles.body)
        facts = list(step_facts(step, self.phrases))
        if facts:
            yield self.text(SEPARATOR.join(facts), self.styles.quiet)
        for support in self._sheet.plan.supports_of(step.id):
            yield self._help(support.words)

    def _supports(self) -> Iterator[Flowable]:
        supports = self._sheet.plan.supports_of("")
        if supports:
            yield from self.heading(self.phrases.text("Who and what helps me"))
        for support in supports:
            yield self._help(support.words)

    def _help(self, words: str) -> Flowable:
        return MarkedLine(self.text(words, self.styles.body), Marker.CIRCLE, self.look.palette.ink)

    def _reviews(self) -> Iterator[Flowable]:
        reviews = self._sheet.plan.reviews
        if reviews:
            yield from self.heading(self.phrases.text("When we look at it together"))
        for review in reviews:
            said = [full_date(review.day, self._sheet.language)] if review.day else []
            said += [review.words] if review.words else []
            yield self.text(SEPARATOR.join(said), self.styles.body)

    def _agreement(self) -> Iterator[Flowable]:
        plan, say = self._sheet.plan.plan, self.phrases.text
        said = agreement_sentence(plan, self.phrases)
        yield CondPageBreak(_LEAST_ROOM)
        yield self.gap(8)
        if said:
            yield self.text(said, self.styles.body)
        names = [self._sheet.shown_name or say("Me"), self._sheet.practitioner or say("Practitioner")]
        each = self.width / 2 - 40.0
        yield Signatures(
            [self.text(name, self.styles.quiet, width=each) for name in names], self.look.palette.muted
        )
