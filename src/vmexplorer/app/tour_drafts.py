"""A tour under work: what can be taken back, and changes that could not be saved yet."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.atlas.tour import Tour

_KEPT = 100  # versions that can be taken back


class Version(NamedTuple):
    """A tour at a moment of its making, and the index of the stop that was worked on."""

    tour: Tour
    place: int


class TourDrafts:
    """The saved versions of the tour that is edited, the oldest first, and the unsaved one of any tour."""

    def __init__(self) -> None:
        self._saved: list[Version] = []
        self._unsaved: dict[str, Version] = {}

    def begin(self) -> None:
        """Another tour is edited; what is not saved of others waits."""
        self._saved.clear()

    def stand(self, place: int) -> None:
        """The next change begins at a stop; taking it back leads there."""
        if self._saved:
            self._saved[-1] = self._saved[-1]._replace(place=place)

    def save(self, version: Version) -> None:
        """Notes that a version is saved."""
        self._unsaved.pop(version.tour.id, None)
        if not self._saved or self._saved[-1].tour != version.tour:
            self._saved = [*self._saved, version][-_KEPT:]

    def fail(self, version: Version) -> None:
        """Notes that a version could not be saved."""
        self._unsaved[version.tour.id] = version

    def forget(self, tour: str) -> None:
        """A tour is gone, with all that was not saved of it."""
        self._unsaved.pop(tour, None)

    def unsaved(self, tour: str) -> Version | None:
        """What of a tour, by its id, is not saved."""
        return self._unsaved.get(tour)

    @property
    def all_unsaved(self) -> tuple[Tour, ...]:
        """Every tour of which something is not saved."""
        return tuple([version.tour for version in self._unsaved.values()])

    def can_undo(self, tour: Tour) -> bool:
        """Whether there is an older version than a tour as it is now."""
        return bool(self._saved) and (len(self._saved) > 1 or self._saved[-1].tour != tour)

    def undo(self, tour: Tour) -> Version | None:
        """The version before a tour as it is now; None when there is none."""
        if not self.can_undo(tour):
            return None
        if self._saved[-1].tour == tour:
            self._saved.pop()
        self._unsaved.pop(tour.id, None)
        return self._saved[-1]
