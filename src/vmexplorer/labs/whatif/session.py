"""A session of the what-if lab: active faults, a time cursor, undo and redo. Every step gives a new session."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.errors import VmexplorerError
from vmexplorer.labs.whatif.checked import checked
from vmexplorer.labs.whatif.course import course_of
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.moments import moments
from vmexplorer.labs.whatif.outcome import Moment, Outcome
from vmexplorer.labs.whatif.simulate import outcome_at
from vmexplorer.labs.whatif.traces import settled


class Now(NamedTuple):
    """What a session shows: the faults in the order in which they were made, and the second one looks at."""

    era: str
    faults: tuple[Fault, ...] = ()
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that undo and redo need; what is shown is a function of ``now`` alone."""

    atlas: Atlas
    now: Now
    past: tuple[Now, ...] = ()
    future: tuple[Now, ...] = ()

    @classmethod
    def of(cls, atlas: Atlas, era: str) -> Session:
        """A session without faults, at second 0 of an era given by id, name or version."""
        return cls(atlas, Now(atlas.era(era).id))

    @property
    def outcome(self) -> Outcome:
        """What is so at the cursor."""
        return outcome_at(course_of(self.atlas, self.now.era, self.now.faults), self.now.at)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Everything that happens, with its seconds."""
        return moments(course_of(self.atlas, self.now.era, self.now.faults))

    @property
    def settled(self) -> float:
        """The second from which nothing changes any more."""
        return settled(course_of(self.atlas, self.now.era, self.now.faults))

    def add(self, fault: Fault) -> Session:
        """One more fault, with the second that it brings; the same one twice changes nothing.

        Raises:
            UnknownNameError, UsageError, VmexplorerError: as ``checked``.
        """
        known = checked(self.atlas, self.now.era, fault)
        return self if known in self.now.faults else self._edited(self.now._replace(faults=(*self.now.faults, known)))

    def strike(self, fault: Fault) -> Session:
        """One more fault, which begins at the cursor; raises as ``add``."""
        return self.add(fault._replace(at=self.now.at))

    def remove(self, fault: Fault) -> Session:
        """Without one of the faults."""
        return self._with(tuple([known for known in self.now.faults if known != fault]))

    def reset(self) -> Session:
        """Without faults, at second 0."""
        calm = Now(self.now.era)
        return self if self.now == calm else self._edited(calm)

    def fork(self) -> Session:
        """What if from here: faults that begin behind the cursor are dropped."""
        return self._with(tuple([fault for fault in self.now.faults if fault.at <= self.now.at]))

    def show_era(self, era: str) -> Session:
        """The same in another era; faults whose targets it lacks are dropped."""
        shown = self.atlas.era(era).id
        left = tuple([fault for fault in self.now.faults if _exists(self.atlas, shown, fault)])
        return self if shown == self.now.era else self._edited(Now(shown, left, self.now.at))

    def to(self, at: float) -> Session:
        """Another second; scrubbing is no step of undo."""
        return replace(self, now=self.now._replace(at=max(0.0, at)))

    def next(self) -> Session:
        """On to the next second at which something changes; the same session behind the last one."""
        later = [moment.at for moment in self.moments if moment.at > self.now.at]
        return self.to(min(later)) if later else self

    def previous(self) -> Session:
        """Back to the last second before the cursor at which something changed, or to second 0."""
        earlier = [moment.at for moment in self.moments if moment.at < self.now.at]
        return self.to(max(earlier, default=0.0))

    def undo(self) -> Session:
        """As it was before the last change, cursor included; the same session when there was none."""
        if not self.past:
            return self
        return replace(self, now=self.past[-1], past=self.past[:-1], future=(self.now, *self.future))

    def redo(self) -> Session:
        """As it was before the last undo; the same session when there was none."""
        if not self.future:
            return self
        return replace(self, now=self.future[0], past=(*self.past, self.now), future=self.future[1:])

    def _with(self, faults: tuple[Fault, ...]) -> Session:
        return self if faults == self.now.faults else self._edited(self.now._replace(faults=faults))

    def _edited(self, now: Now) -> Session:
        return replace(self, now=now, past=(*self.past, self.now), future=())


def _exists(atlas: Atlas, era: str, fault: Fault) -> bool:
    try:
        checked(atlas, era, fault)
    except VmexplorerError:
        return False
    return True
