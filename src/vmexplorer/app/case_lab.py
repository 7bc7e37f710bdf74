"""The troubleshooting lab: the cases of a pack, those that were begun, and faults hidden for a class."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from vmexplorer.app.hiding import Hiding
from vmexplorer.app.inquiry import Inquiry
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.case import Case
from vmexplorer.lessons.simulator import Simulator


class CaseRow(NamedTuple):
    """A case in the list: what has become of it, and the best points that it was ever solved with."""

    case: Case
    standing: str
    best: int | None


class CaseLab:
    """Keeps every inquiry that was begun; one of them, or none, is open."""

    def __init__(self, atlas: Atlas, simulator: Simulator, results: Mapping[str, int] = MappingProxyType({})) -> None:
        """The lab of a pack; ``results`` are the best points by pack and case, as ``esxi/TS01``."""
        self.atlas = atlas
        self._results = dict(results)
        self._simulator = simulator
        self._hiding = Hiding(atlas, simulator)
        self._begun: dict[str, Inquiry] = {}
        self._open: Inquiry | None = None

    @property
    def inquiry(self) -> Inquiry | None:
        """The one that is open; None while the list is shown."""
        return self._open

    @property
    def results(self) -> Mapping[str, int]:
        """The best points of every case that was ever solved, those of other packs included."""
        solved = {name: one for name, one in self._begun.items() if one.case is not None and one.session.state.solved}
        for name, inquiry in solved.items():
            key = self._key(name)
            self._results[key] = max(inquiry.score.points, self._results.get(key, 0))
        return self._results

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
        best = self.results.get(self._key(case.id))
        begun = self._begun.get(case.id)
        if begun is None or not begun.session.moves:
            return CaseRow(case, "not tried" if best is None else "solved", best)
        state = begun.session.state
        return CaseRow(case, "solved" if state.solved else "shown" if state.revealed else "begun", best)

    def _key(self, case: str) -> str:
        return f"{self.atlas.manifest.id}/{case}"
