"""What the form for one person knows and does: keep what is typed, hint at duplicates, save.

It must not navigate when it saves, nor refuse anything but a missing name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Person, Reading
from iroc_desktop.services.changes import Done
from iroc_desktop.services.people import NameMissingError, People
from iroc_desktop.services.ports import Runner
from iroc_desktop.ui.tasks.said import Said


@dataclass(frozen=True, slots=True)
class Form:
    """What is typed, field by field."""

    preferred_name: str = field(default="", repr=False)
    shown_as: str = field(default="", repr=False)
    site: str = field(default="", repr=False)
    language: str = "en"
    speaks: str = field(default="", repr=False)
    reading: Reading = Reading.WELL
    access_needs: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be the same person."""

    person_id: str
    name: str = field(repr=False)
    site: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class State:
    """All that the form shows."""

    form: Form
    is_new: bool
    ready: bool = True
    """False until the person to edit was read."""
    candidates: tuple[Candidate, ...] = ()
    name_missing: bool = False
    error: ExpectedError | None = None
    busy: bool = False
    saved: bool = False
    """True when everything typed is in the store."""


class Exits(Protocol):
    """Where the form leads."""

    def open_person(self, person_id: str) -> None:
        """Show one person's page."""

    def close_form(self) -> None:
        """Return to where the form was opened from."""


class PersonFormPresenter:
    """The form for a new person, or for the one with `person_id`."""

    def __init__(
        self,
        people: People,
        runner: Runner,
        exits: Exits,
        *,
        person_id: str,
        is_new: bool,
        language: str,
        name: str = "",
    ) -> None:
        """Begin with `name` and `language`; for a person who exists, both are read instead."""
        self._people = people
        self._runner = runner
        self._exits = exits
        self._known = Person(id=person_id, preferred_name=name, language=language)
        form = Form(preferred_name=name, language=language)
        self._state = State(form, is_new, ready=is_new)
        self._asked = 0
        self._dirty = bool(name)
        self._show: Callable[[State], None] = lambda state: None

    def attach(self, show: Callable[[State], None]) -> None:
        """Tell every new state to `show`; read the person when there is one."""
        self._show = show
        show(self._state)
        if not self._state.is_new and not self._state.ready:
            self._runner.submit(
                lambda: self._people.overview(self._known.id).person, self._read, self._failed
            )
        elif self._state.form.preferred_name:
            self._look_for_duplicates()

    def detach(self) -> None:
        """Show nothing more: the view is about to be gone, and answers may still be on their way."""
        self._show = lambda state: None

    def edit(self, form: Form) -> None:
        """Keep what is typed now; a changed name is compared with everybody's."""
        before = self._state.form
        if form == before:
            return
        self._dirty = True
        self._put(form=form, saved=False, name_missing=False, error=None)
        if form.preferred_name != before.preferred_name:
            self._look_for_duplicates()

    def save(self) -> None:
        """Save what is typed, and stay here."""
        if self._state.busy or not self._state.ready:
            return
        if self._person().preferred_name:
            self._submit()
        else:
            self._put(name_missing=True, error=None)

    def open_page(self) -> None:
        """Leave for the page of the person in the form."""
        self._exits.open_person(self._known.id)

    def open_instead(self, person_id: str) -> None:
        """Leave for the page of somebody who turned out to be the same; nothing typed here is kept."""
        self._dirty = False
        self._exits.open_person(person_id)

    def cancel(self) -> None:
        """Close the form; nothing typed since the last save is kept."""
        self._dirty = False
        self._exits.close_form()

    def leave(self) -> None:
        """Save what is typed when the screen changes under it, by a lock for example."""
        if self._dirty and self._person().preferred_name:
            self._submit()

    def _submit(self) -> None:
        person = self._person()
        self._dirty = False
        self._put(busy=True, error=None, name_missing=False)
        said = Said(lambda: self._people.save(person))
        self._runner.submit(said, self._saved, self._failed, initiator=self)

    def _person(self) -> Person:
        form = self._state.form
        return replace(
            self._known,
            preferred_name=form.preferred_name.strip(),
            shown_as=form.shown_as.strip(),
            site=form.site.strip(),
            language=form.language,
            speaks=form.speaks.strip(),
            reading=form.reading,
            access_needs=form.access_needs.strip(),
        )

    def _look_for_duplicates(self) -> None:
        self._asked += 1
        number, person = self._asked, self._person()
        self._runner.submit(
            lambda: self._people.possible_duplicates(person), lambda found: self._compared(number, found)
        )

    def _compared(self, number: int, found: Sequence[Person]) -> None:
        if number == self._asked:
            candidates = (Candidate(each.id, each.preferred_name, each.site) for each in found)
            self._put(candidates=tuple(candidates))

    def _read(self, person: Person) -> None:
        self._known = person
        self._put(form=form_of(person), ready=True)

    def _saved(self, done: Done[Person]) -> None:
        self._known = done.value
        self._put(busy=False, saved=not self._dirty, is_new=False)

    def _failed(self, error: ExpectedError) -> None:
        self._dirty = self._state.ready
        self._put(busy=False, error=error, name_missing=isinstance(error, NameMissingError))

    def _put(self, **changed: object) -> None:
        self._state = replace(self._state, **changed)  # type: ignore[arg-type]  # names of State's own fields
        self._show(self._state)


def form_of(person: Person) -> Form:
    """Return the form filled with what is known about a person."""
    return Form(
        preferred_name=person.preferred_name,
        shown_as=person.shown_as,
        site=person.site,
        language=person.language,
        speaks=person.speaks,
        reading=person.reading,
        access_needs=person.access_needs,
    )
