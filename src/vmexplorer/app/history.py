"""Where the person has been: views to go back to and forward again."""

from __future__ import annotations


class History:
    """A line of view ids with a place on it; going somewhere new drops what lay ahead."""

    def __init__(self, start: str) -> None:
        self._views = [start]
        self._place = 0

    @property
    def view(self) -> str:
        """The view at the present place."""
        return self._views[self._place]

    @property
    def can_go_back(self) -> bool:
        """Whether something lies behind."""
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether something lies ahead."""
        return self._place < len(self._views) - 1

    def visit(self, view: str) -> None:
        """Goes to a view; being there already changes nothing."""
        if view != self.view:
            del self._views[self._place + 1 :]
            self._views.append(view)
            self._place += 1

    def back(self) -> str:
        """Goes one view back, if there is one, and returns where that is."""
        self._place = max(0, self._place - 1)
        return self.view

    def forward(self) -> str:
        """Goes one view forward, if there is one, and returns where that is."""
        self._place = min(len(self._views) - 1, self._place + 1)
        return self.view
