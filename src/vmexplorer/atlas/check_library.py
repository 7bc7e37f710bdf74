"""All checks of a pack at hand by id and by the place where they are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vmexplorer.atlas.check_place import Check, CheckPlace
from vmexplorer.errors import UnknownNameError


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CheckLibrary:
    """The places in their order, and every check by its id."""

    places: tuple[CheckPlace, ...]
    checks: Mapping[str, Check]
    _place_of: Mapping[str, CheckPlace]

    @classmethod
    def of(cls, places: tuple[CheckPlace, ...]) -> CheckLibrary:
        """Arranges the places of a pack; never fails."""
        found = [(check, place) for place in places for check in place.checks]
        checks = {check.id: check for check, _ in found}
        return cls(places, checks, {check.id: place for check, place in found})

    def check(self, id: str) -> Check:
        """The check with this id; raises UnknownNameError."""
        if id not in self.checks:
            raise UnknownNameError("check", id, self.checks)
        return self.checks[id]

    def place_of(self, id: str) -> CheckPlace:
        """Where the check with this id is made; raises UnknownNameError."""
        return self._place_of[self.check(id).id]
