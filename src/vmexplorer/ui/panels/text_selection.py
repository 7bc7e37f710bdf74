"""A selection of text that may run over several flows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vmexplorer.ui.panels.text_flow import TextFlow


class Spot(NamedTuple):
    """A position in one of several flows; compares in reading order."""

    flow: int
    position: int


class Selection:
    """From where the pointer went down to where it is now."""

    def __init__(self) -> None:
        self._anchor = Spot(0, 0)
        self._head = Spot(0, 0)

    def start(self, spot: Spot) -> None:
        """Begins an empty selection."""
        self._anchor = self._head = spot

    def extend(self, spot: Spot) -> None:
        """Moves the end that follows the pointer."""
        self._head = spot

    def clear(self) -> None:
        """Selects nothing."""
        self._head = self._anchor

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self._anchor == self._head

    def range_in(self, place: int, flow: TextFlow) -> tuple[int, int] | None:
        """The selected range of positions in the flow at a place, or None."""
        first, last = sorted([self._anchor, self._head])
        if not first.flow <= place <= last.flow:
            return None
        start = first.position if place == first.flow else 0
        end = last.position if place == last.flow else flow.end
        return (start, end) if start < end else None

    def text(self, flows: Sequence[TextFlow]) -> str:
        """The selected text, a line for each flow."""
        parts = [(flow, self.range_in(place, flow)) for place, flow in enumerate(flows)]
        return "\n".join([flow.part(*chosen) for flow, chosen in parts if chosen])
