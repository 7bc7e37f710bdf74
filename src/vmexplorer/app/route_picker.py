"""Choosing two components for a route: first the start, then the end."""

from __future__ import annotations


class RoutePicker:
    """Off, waiting for the start, or waiting for the end."""

    def __init__(self) -> None:
        self._on = False
        self._start = ""

    @property
    def on(self) -> bool:
        """Whether a choice is under way."""
        return self._on

    @property
    def start(self) -> str:
        """The chosen start, or ""."""
        return self._start

    def begin(self, selected: str = "") -> None:
        """Begins; a component that is selected already is the start."""
        self._on, self._start = True, selected

    def cancel(self) -> None:
        """Gives the choice up."""
        self._on, self._start = False, ""

    def choose(self, component: str) -> tuple[str, str] | None:
        """Takes a component; returns both ends when they are complete (and the choice is over)."""
        if not self._on or not component or component == self._start:
            return None
        if not self._start:
            self._start = component
            return None
        pair = (self._start, component)
        self.cancel()
        return pair
