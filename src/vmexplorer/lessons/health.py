"""How the parts of the host are doing while a case is looked into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from vmexplorer.atlas.fault_words import Trouble
from vmexplorer.atlas.when import When


class Health(NamedTuple):
    """Troubles by the id of their part, and the special conditions in force; whatever is not named is well."""

    states: Mapping[str, Trouble] = MappingProxyType({})
    conditions: frozenset[str] = frozenset()

    def shows(self, when: Sequence[When]) -> bool:
        """Whether one of these is so."""
        return any(one.holds(self.states, self.conditions) for one in when)


HEALTHY = Health()
