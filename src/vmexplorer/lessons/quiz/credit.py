"""What an answer earns."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.atlas.evidence import Statement


class Credit(NamedTuple):
    """A share of the full mark from 0 to 1, and what there is to say of the answer itself."""

    score: float
    remarks: tuple[Statement, ...] = ()
