"""The organisation's own choices: whom to call when someone is distressed, and two voices or one.

It must not bring a number or a name of ours.
"""

from __future__ import annotations

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.work import Work


class Arranging:
    """What an organisation arranges for all its sessions."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def look(self) -> Arrangements:
        """Return the organisation's choices; empty and off if nobody chose yet."""
        with self._work.begin() as unit:
            return unit.arrangements.get()

    def keep(self, arrangements: Arrangements) -> Done[Arrangements]:
        """Keep the organisation's choices."""
        with self._work.begin() as unit:
            unit.arrangements.put(arrangements)
            unit.commit()
        return Done(arrangements, Changes(organisation=True))
