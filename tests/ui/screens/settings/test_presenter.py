"""Settings apply at once; the organisation is kept when it is saved or left."""

from __future__ import annotations

from pathlib import Path

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.people import Licence, Organisation
from iroc_desktop.domain.store_errors import DiskFullError
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.ports import Stamp
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.screens.settings.presenter import SettingsPresenter, State
from tests.fakes.builders import pack
from tests.fakes.desk import ImmediateRunner, desk_in_memory
from tests.fakes.memory_store import MemoryStore, MemoryUnit
from tests.ui.screens.stage import Exits, WaitingRunner


class _FullStore(MemoryStore):
    full = False

    def begin(self, stamp: Stamp) -> MemoryUnit:
        if self.full:
            raise DiskFullError
        return super().begin(stamp)


class _Scene:
    def __init__(self) -> None:
        self.store = _FullStore()
        self.desk = desk_in_memory(pack(), self.store)
        self.exits = Exits()
        self.shown: list[State] = []
        self.runner = ImmediateRunner()
        self.presenter = SettingsPresenter(
            Settings(language="en"),
            Path("/data"),
            self.desk.settling_in,
            self.desk.arranging,
            self.runner,
            self.exits,
        )
        self.presenter.attach(self.shown.append)

    @property
    def state(self) -> State:
        return self.shown[-1]


def test_each_choice_is_handed_on_at_once() -> None:
    scene = _Scene()
    presenter = scene.presenter
    presenter.choose_language("es")
    presenter.choose_theme("dark")
    presenter.choose_text_scale(150)
    presenter.choose_idle_minutes(10)
    presenter.show_previous(False)
    presenter.ask_passphrase(True)
    presenter.choose_paper("letter")
    assert len(scene.exits.taken) == 7
    assert scene.exits.taken[-1] == (
        "changed",
        Settings(
            "es", "dark", 150, 10, show_previous=False, passphrase_leaves_person_view=True, paper="letter"
        ),
    )


def test_choosing_what_is_chosen_already_changes_nothing() -> None:
    scene = _Scene()
    scene.presenter.choose_theme("light")
    assert scene.exits.taken == []


def test_the_organisation_is_read_edited_and_saved() -> None:
    scene = _Scene()
    assert scene.state.organisation == Organisation()
    scene.presenter.edit_organisation(" Àmbit ", Licence.YES, " PEN-12 ")
    assert not scene.state.organisation_saved
    scene.presenter.save_organisation()
    assert scene.state.organisation_saved
    assert scene.desk.settling_in.organisation() == Organisation("Àmbit", Licence.YES, "PEN-12")


def test_a_reference_goes_with_its_licence() -> None:
    scene = _Scene()
    scene.presenter.edit_organisation("Àmbit", Licence.NO, "PEN-12")
    scene.presenter.save_organisation()
    assert scene.desk.settling_in.organisation().licence_reference == ""


def test_leaving_saves_what_is_typed_and_only_then() -> None:
    scene = _Scene()
    scene.presenter.leave()
    assert scene.runner.broadcast == []
    scene.presenter.edit_organisation("Àmbit", Licence.UNSURE, "")
    scene.presenter.leave()
    assert scene.desk.settling_in.organisation().name == "Àmbit"


def test_a_full_disk_keeps_what_is_typed_and_saving_again_works() -> None:
    scene = _Scene()
    scene.presenter.edit_organisation("Àmbit", Licence.NO, "")
    scene.store.full = True
    scene.presenter.save_organisation()
    assert isinstance(scene.state.error, DiskFullError)
    assert scene.state.organisation == Organisation("Àmbit", Licence.NO)
    scene.store.full = False
    scene.presenter.save_organisation()
    assert scene.state.error is None
    assert scene.state.organisation_saved


def test_a_change_from_elsewhere_is_shown_unless_somebody_is_typing() -> None:
    scene = _Scene()
    changes = scene.desk.settling_in.answer_licence(Organisation("Other")).changes
    scene.presenter.on_changes(changes, None)
    assert scene.state.organisation == Organisation("Other")
    scene.presenter.edit_organisation("Typing", Licence.UNANSWERED, "")
    changes = scene.desk.settling_in.answer_licence(Organisation("Third")).changes
    scene.presenter.on_changes(changes, None)
    assert scene.state.organisation == Organisation("Typing")
    assert not scene.state.organisation_saved


def test_other_changes_read_nothing() -> None:
    scene = _Scene()
    before = len(scene.shown)
    scene.presenter.on_changes(Changes(people=frozenset({"p"})), None)
    scene.presenter.on_changes(Changes(organisation=True), scene.presenter)
    assert len(scene.shown) == before


def test_two_voices_are_off_until_somebody_wants_them_and_then_kept_at_once() -> None:
    scene = _Scene()
    assert scene.state.arrangements == Arrangements()
    scene.presenter.want_two_voices(True)
    assert scene.desk.arranging.look() == Arrangements(two_voices=True)
    assert scene.state.arrangements_saved
    assert [changes.organisation for changes, _ in scene.runner.broadcast] == [True]
    scene.presenter.want_two_voices(True)
    assert len(scene.runner.broadcast) == 1


def test_contacts_are_kept_as_they_were_written_beside_the_other_choice() -> None:
    scene = _Scene()
    scene.presenter.want_two_voices(True)
    scene.presenter.write_contacts("Night nurse, office 2\n\n Chaplain ")
    kept = scene.desk.arranging.look()
    assert kept == Arrangements("Night nurse, office 2\n\n Chaplain ", two_voices=True)
    assert kept.contacts == ("Night nurse, office 2", "Chaplain")


def test_nothing_is_said_to_be_saved_before_the_store_has_it() -> None:
    scene = _Scene()
    runner = WaitingRunner()
    presenter = SettingsPresenter(
        Settings(), Path("/data"), scene.desk.settling_in, scene.desk.arranging, runner, scene.exits
    )
    presenter.attach(scene.shown.append)
    presenter.want_two_voices(True)
    assert scene.state.arrangements is None
    runner.run_all()
    presenter.want_two_voices(True)
    assert not scene.state.arrangements_saved
    runner.run_all()
    assert scene.state.arrangements_saved


def test_contacts_that_could_not_be_kept_stay_and_are_tried_again_as_they_are_by_then() -> None:
    scene = _Scene()
    scene.store.full = True
    scene.presenter.write_contacts("Nurse")
    assert isinstance(scene.state.problem, DiskFullError)
    assert not scene.state.arrangements_saved
    scene.presenter.write_contacts("Nurse, office 2")
    scene.store.full = False
    scene.presenter.try_again()
    assert scene.state.problem is None
    assert scene.desk.arranging.look().support_contacts == "Nurse, office 2"


def test_leaving_tries_once_more_what_could_not_be_kept() -> None:
    scene = _Scene()
    scene.store.full = True
    scene.presenter.write_contacts("Nurse")
    scene.store.full = False
    scene.presenter.leave()
    assert scene.desk.arranging.look().support_contacts == "Nurse"


def test_arrangements_made_elsewhere_are_shown_unless_something_here_is_not_kept() -> None:
    scene = _Scene()
    changes = scene.desk.arranging.keep(Arrangements("Chaplain")).changes
    scene.presenter.on_changes(changes, None)
    assert scene.state.arrangements == Arrangements("Chaplain")
    scene.store.full = True
    scene.presenter.write_contacts("Nurse")
    scene.store.full = False
    scene.presenter.on_changes(changes, None)
    assert scene.state.arrangements == Arrangements("Nurse")
    assert not scene.state.arrangements_saved
