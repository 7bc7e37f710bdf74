"""The simulated host that the labs share: its faults, its time, and what follows from both, as signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.errors import VmexplorerError
from vmexplorer.labs.whatif.fault import Fault, parse_fault
from vmexplorer.labs.whatif.outcome import Outcome
from vmexplorer.labs.whatif.session import Session
from vmexplorer.playback.clock import Clock, MonotonicClock

TICK = 40  # milliseconds
PACE = 10.0  # simulated seconds in a second, at least
_LONGEST = 15.0  # seconds that a whole course may take to watch
_REST = 10.0  # seconds shown beyond the last change
_SHORTEST = 60.0  # seconds on the scale, also when nothing changes


class Bench(QObject):
    """Keeps a what-if session. The one timer runs only while time passes by itself."""

    changed = Signal()  # the faults, or what follows from them at this second
    time_changed = Signal()
    playing_changed = Signal(bool)
    said = Signal(str)

    def __init__(self, atlas: Atlas, era: str, clock: Clock | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or MonotonicClock()
        self._session = Session.of(atlas, era)
        self._outcome: Outcome | None = None
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)

    # What is so

    @property
    def session(self) -> Session:
        """Faults, time and the ways back."""
        return self._session

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults in the order in which they were made."""
        return self._session.now.faults

    @property
    def outcome(self) -> Outcome:
        """What follows from the faults at this second."""
        if self._outcome is None:
            self._outcome = self._session.outcome
        return self._outcome

    @property
    def duration(self) -> float:
        """How far the scale of time goes, in seconds."""
        begun = max((fault.at for fault in self.faults), default=0.0)
        return max(_SHORTEST, self._session.settled + _REST, begun + _REST, self._session.now.at)

    @property
    def playing(self) -> bool:
        """Whether time passes by itself."""
        return self._timer.isActive()

    # Faults

    def add(self, written: str) -> None:
        """Makes a fault that begins now, or when it says so itself, and lets time pass.

        Raises:
            VmexplorerError: there is no such fault in this era.
        """
        fault = parse_fault(written)
        self._become(self._session.add(fault) if "@" in written else self._session.strike(fault))
        self._play()

    @Slot(str)
    def try_add(self, written: str) -> None:
        """The same; a fault that cannot be is said."""
        try:
            self.add(written)
        except VmexplorerError as error:
            self.said.emit(str(error))

    @Slot(str)
    def remove(self, written: str) -> None:
        """Takes a fault away, whenever it began."""
        for fault in self.faults:
            if written in (str(fault), str(fault._replace(at=0.0))):
                self._become(self._session.remove(fault))

    def prepare(self, faults: tuple[str, ...]) -> None:
        """Begins anew with some faults, at the second from which nothing changes any more; raises as ``add``."""
        session = self._session.reset()
        for written in faults:
            session = session.add(parse_fault(written))
        self.pause()
        self._become(session.to(session.settled))

    @Slot()
    def undo(self) -> None:
        """Takes the last change back."""
        self._become(self._session.undo())

    @Slot()
    def redo(self) -> None:
        """Does again what was taken back."""
        self._become(self._session.redo())

    @Slot()
    def reset(self) -> None:
        """Takes all faults away."""
        self.pause()
        self._become(self._session.reset())

    @Slot()
    def fork(self) -> None:
        """What if from here: forgets the faults after this second."""
        self._become(self._session.fork())

    def show_era(self, era: str) -> None:
        """Goes to another era; says which faults it does not have."""
        before = self.faults
        self._become(self._session.show_era(era))
        lost = [str(fault) for fault in before if fault not in self.faults]
        if lost:
            self.said.emit(f"Not in this version, so it is over: {', '.join(lost)}.")

    # Time

    @Slot(float)
    def seek(self, seconds: float) -> None:
        """Goes to a second and stays there."""
        self.pause()
        self._become(self._session.to(min(seconds, self.duration)))

    @Slot()
    def next(self) -> None:
        """On to the next change."""
        self.pause()
        self._become(self._session.next())

    @Slot()
    def previous(self) -> None:
        """Back to the change before."""
        self.pause()
        self._become(self._session.previous())

    @Slot()
    def toggle(self) -> None:
        """Lets time pass, or stops it; at the end it begins anew."""
        if self.playing:
            self.pause()
            return
        if self._session.now.at >= self._session.settled:
            self._become(self._session.to(0.0))
        self._play()

    @Slot()
    def pause(self) -> None:
        """Stops the time."""
        if self.playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    @Slot()
    def tick(self) -> None:
        """Lets the time since the last picture pass."""
        now = self._clock.now()
        elapsed, self._last = now - self._last, now
        end = self._session.settled
        pace = max(PACE, end / _LONGEST)
        at = min(self._session.now.at + elapsed * pace, max(end, self._session.now.at))
        self._become(self._session.to(at))
        if at >= end:
            self.pause()

    def _play(self) -> None:
        if not self.playing and self._session.now.at < self._session.settled:
            self._last = self._clock.now()
            self._timer.start()
            self.playing_changed.emit(True)

    def _become(self, session: Session) -> None:
        """Takes a session; between two moments at which nothing changes only the time has moved."""
        before, self._session = self._session, session
        if session.now == before.now and session.past == before.past:
            return
        same = (session.now.faults, session.now.era) == (before.now.faults, before.now.era)
        if same and _reached(before) == _reached(session):
            self._outcome = self._outcome and self._outcome._replace(at=session.now.at)
        else:
            self._outcome = None
            self.changed.emit()
        self.time_changed.emit()


def _reached(session: Session) -> int:
    """How many moments are over."""
    return sum(moment.at <= session.now.at for moment in session.moments)
