"""A comparison: two flows played one above the other, step beside step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fields import described
from vmexplorer.atlas.flow import Step


@dataclass(frozen=True, slots=True)
class Pair:
    """A step of each flow that stand side by side, or a step of one beside a gap in the other."""

    first: str = described('id of the step of the first flow; "" for a gap', may_be_empty=True)
    second: str = described('id of the step of the second flow; "" for a gap', may_be_empty=True)
    says: Statement = described("what is alike here, or what the gap means")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two flows that are played one above the other."""

    id: str = described("id, unique in the pack, such as C01")
    name: str = described("name in the list of comparisons", max_length=48)
    summary: str = described("one sentence: what it shows", max_length=200)
    first: str = described("the flow above", ref="flow")
    second: str = described("the flow below; not the same", ref="flow")
    pairs: tuple[Pair, ...] = described(
        "which steps stand side by side, in the order of both flows; a step that no pair names stands alone"
    )


class Row(NamedTuple):
    """What both flows do at one time: a step of each or, beside a gap, of one.

    ``says`` is None for a step that no pair names.
    """

    first: Step | None
    second: Step | None
    says: Statement | None


def in_rows(pairs: Sequence[Pair], first: Sequence[Step], second: Sequence[Step]) -> tuple[Row, ...]:
    """Lays the steps of two flows side by side; every step comes once, in its order.

    Args:
        pairs: which steps belong together; where one side is not among the steps, it is a gap.
        first: the steps of the first flow in one era.
        second: the steps of the second flow in the same era.
    """
    rows: list[Row] = []
    above, below = _Side(first), _Side(second)
    for pair in pairs:
        if not (above.has(pair.first) or below.has(pair.second)):
            continue
        rows += [Row(step, None, None) for step in above.before(pair.first)]
        rows += [Row(None, step, None) for step in below.before(pair.second)]
        rows.append(Row(above.take(pair.first), below.take(pair.second), pair.says))
    rows += [Row(step, None, None) for step in above.rest()]
    rows += [Row(None, step, None) for step in below.rest()]
    return tuple(rows)


class _Side:
    """The steps of one flow, of which the first ``_next`` have their row."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = steps
        self._next = 0

    def has(self, id: str) -> bool:
        """Whether a step with this id still waits for its row."""
        return bool(id) and any(step.id == id for step in self._steps[self._next :])

    def before(self, id: str) -> list[Step]:
        """The waiting steps before the one with this id; none when it does not wait."""
        found: list[Step] = []
        while self.has(id) and self._steps[self._next].id != id:
            found.append(self._steps[self._next])
            self._next += 1
        return found

    def take(self, id: str) -> Step | None:
        """The step with this id, to which ``before`` has led; None when it does not wait."""
        if not self.has(id):
            return None
        self._next += 1
        return self._steps[self._next - 1]

    def rest(self) -> Sequence[Step]:
        """The steps that still wait."""
        return self._steps[self._next :]
