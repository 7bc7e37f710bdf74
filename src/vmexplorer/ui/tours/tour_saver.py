"""Saves the tour that is edited: at once or when the hands rest, with the changes that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from vmexplorer.app.tour_drafts import TourDrafts, Version
from vmexplorer.errors import PackError, VmexplorerError

if TYPE_CHECKING:
    from vmexplorer.ui.desk import Desk

_SETTLED = 400  # milliseconds after the last key before a change is saved


class TourSaver(QObject):
    """Writes versions of tours into the user's folder; ``said`` tells how it went, and whether something is wrong."""

    said = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._next: Version | None = None
        self._why = ""  # the last version could not be saved
        self.drafts = TourDrafts()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED)
        self._timer.timeout.connect(self.save_now)

    @property
    def waiting(self) -> bool:
        """Whether something is saved as soon as the hands rest."""
        return self._next is not None

    def save_later(self, version: Version) -> None:
        """Saves a version when the hands rest."""
        self._next = version
        self._timer.start()

    @Slot()
    def save_now(self) -> None:
        """Saves what waits to be saved."""
        if self._next is not None:
            self.save(self._next)

    def save(self, version: Version) -> None:
        """Writes a version, and says where it is or why that could not be."""
        self.drop()
        try:
            file = self._desk.tours.library.save(version.tour)
        except PackError as error:
            self._fail(version, f"Not saved. {_plainly(error)}")
        except VmexplorerError as error:
            self._fail(version, f"Not saved: {error}.")
        else:
            self.drafts.save(version)
            self._desk.tours.list()
            self.said.emit(f"Saved as {file}.", False)

    def ready(self, tour: str) -> bool:
        """Whether a tour, by its id, is saved as it stands on the page; if it cannot be, the person is told why."""
        self.save_now()
        if self.drafts.unsaved(tour) is None:
            return True
        self._desk.window.message_bar.say(self._why)
        return False

    def drop(self) -> None:
        """Saves nothing of what waits."""
        self._timer.stop()
        self._next = None

    def finish(self) -> tuple[str, ...]:
        """Ends the work: what could not be saved is kept in files of its own.

        Returns:
            what to say of each tour of which the next start will not know.
        """
        self.save_now()
        library, said = self._desk.tours.library, []
        for tour in self.drafts.all_unsaved:
            try:
                file = library.set_aside(tour)
            except VmexplorerError as error:
                said.append(str(error))
            else:
                if not library.holds(file):
                    said.append(f"what is not saved of the tour {tour.name!r} lies in {file}")
        return tuple(said)

    def _fail(self, version: Version, why: str) -> None:
        self.drafts.fail(version)
        self._why = why
        self.said.emit(why, True)


def _plainly(error: PackError) -> str:
    """What is wrong, in the words of the page: the stop by its number."""
    problem = error.problems[0]
    key = problem.key.removeprefix("stops[")
    number, _, field = key.partition("].")
    where = f"Stop {int(number) + 1}, {field}" if number.isdecimal() else f"The {problem.key or 'tour'}"
    return f"{where} {problem.text}{f'; {problem.hint}' if problem.hint else ''}."
