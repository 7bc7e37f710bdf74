"""The troubleshooting lab: the cases of a pack, those that were begun, and faults hidden for a class."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.app.hiding import Hiding
from vmexplorer.app.inquiry import Inquiry
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.case import Case
from vmexplorer.lessons.simulator import Simulator


class CaseRow(NamedTuple):
    """A case in the list: what has become of it, and its points once it is over."""

    case: Case
    standing: str
    points: int | None


class CaseLab:
    """Keeps every inquiry that was begun; one of them, or none, is open."""

    def __init__(self, atlas: Atlas, simulator: Simulator) -> None:
        self.atlas = atlas
        self._simulator = simulator
        self._hiding = Hiding(atlas, simulator)
        self._begun: dict[str, Inquiry] = {}
        self._open: Inquiry | None = None

    @property
    def inquiry(self) -> Inquiry | None:
        """The one that is open; None while the list is shown."""
        return self._open

    @property
    def rows(self) -> tuple[CaseRow, ...]:
        """The cases of the pack with what has become of each."""
        return tuple([self._row(case) for case in self.atlas.cases.values()])

    def open_case(self, name: str) -> Inquiry:
        """Opens a case where it was left.

        Raises:
            UnknownNameError: there is no such case.
            VmexplorerError: the simulator cannot set the host up.
        """
        case = self.atlas.case(name)
        if case.id not in self._begun:
            simulation = self._simulator.simulate(case.era, case.faults)
            self._begun[case.id] = Inquiry.of_case(self.atlas, case, simulation)
        self._open = self._begun[case.id]
        return self._open

    def break_it(self, era: str, seed: int) -> Inquiry:
        """Hides the fault that a seed stands for in an era, and opens it; the same seed goes on where it was left.

        Raises:
            VmexplorerError: no single fault of this era shows in any check.
        """
        name = f"{era} {seed}"
        if name not in self._begun:
            self._begun[name] = Inquiry.of_hidden(self.atlas, era, self._hiding.hide(era, seed))
        self._open = self._begun[name]
        return self._open

    def leave(self) -> None:
        """Goes back to the list; the inquiry can be opened again."""
        self._open = None

    def _row(self, case: Case) -> CaseRow:
        begun = self._begun.get(case.id)
        if begun is None or not begun.session.moves:
            return CaseRow(case, "not tried", None)
        state = begun.session.state
        if state.solved:
            return CaseRow(case, "solved", begun.score.points)
        return CaseRow(case, "shown" if state.revealed else "begun", None)
