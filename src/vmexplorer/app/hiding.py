"""Hides a fault: chooses one that can be found, and tells nothing that gives it away."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.app.offers import offers
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_place import Check
from vmexplorer.errors import VmexplorerError
from vmexplorer.lessons.breaking import HiddenFault, in_order_of, without_giving_away
from vmexplorer.lessons.health import HEALTHY, Health
from vmexplorer.lessons.reading import noted
from vmexplorer.lessons.simulator import Simulation, Simulator

# Sentences with these say that vCenter does not show a fault, or name it by what it is.
_NO_NEWS = ("nothing in vCenter points to", "stays Connected", "what it carried")


class Hidden(NamedTuple):
    """A fault that a seed stands for.

    What the client of vCenter shows in ``simulation`` gives nothing away; ``right`` are all faults that no
    check can tell from this one, itself among them.
    """

    seed: int
    fault: HiddenFault
    simulation: Simulation
    right: tuple[HiddenFault, ...]


class Hiding:
    """Hides faults of an atlas; remembers how each of them shows."""

    def __init__(self, atlas: Atlas, simulator: Simulator) -> None:
        self._atlas = atlas
        self._simulator = simulator
        self._known: dict[str, dict[HiddenFault, tuple[str, ...]]] = {}

    def hide(self, era: str, seed: int) -> Hidden:
        """The first fault in the order of a seed that shows in a symptom and in a check.

        Raises:
            VmexplorerError: no fault of the era does.
        """
        known, usual = self._faults(era), _seen(self._atlas, era, HEALTHY)
        for fault in in_order_of(known, seed):
            if known[fault] == usual:
                continue
            simulation = self._simulator.simulate(era, [fault.written])
            symptom = without_giving_away(simulation.client_shows, (fault.part, *_NO_NEWS))
            if symptom:
                alike = tuple([one for one, seen in known.items() if seen == known[fault]])
                return Hidden(seed, fault, simulation._replace(client_shows=symptom), alike)
        raise VmexplorerError(f"no single fault in {self._atlas.era(era).name} shows in a check of this pack")

    def _faults(self, era: str) -> dict[HiddenFault, tuple[str, ...]]:
        """Every single fault of an era with what one would note down from the checks."""
        if era not in self._known:
            healths = {one: self._simulator.health(era, [one.written]) for one in self._simulator.single_faults(era)}
            self._known[era] = {one: _seen(self._atlas, era, health) for one, health in healths.items()}
        return self._known[era]


def telling(atlas: Atlas, era: str, health: Health) -> tuple[Check, ...]:
    """The checks that show something else than on a host that is well."""
    checks = [check for _, offered in offers(atlas, era) for check in offered]
    seen, usual = _seen(atlas, era, health), _seen(atlas, era, HEALTHY)
    return tuple([check for check, now, before in zip(checks, seen, usual, strict=True) if now != before])


def hints_at(atlas: Atlas, era: str, health: Health) -> tuple[str, ...]:
    """Hints for a hidden fault: where to look, then at what; none when no check shows it."""
    found = telling(atlas, era, health)
    if not found:
        return ()
    place = atlas.library.place_of(found[-1].id)
    many = f"{len(found)} checks differ" if len(found) > 1 else "One check differs"
    return (
        f"{many} from those of a host that is well.",
        f"One of them is made here: {place.name}.",
        f"It asks: {found[-1].name}",
    )


def _seen(atlas: Atlas, era: str, health: Health) -> tuple[str, ...]:
    """What one would note down from every check of an era."""
    return tuple([noted(atlas, check, era, health) for _, checks in offers(atlas, era) for check in checks])
