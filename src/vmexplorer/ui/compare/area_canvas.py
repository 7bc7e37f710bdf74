"""A map that shows one part of its scene and keeps it fitted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vmexplorer.drawing.geometry import Rect
from vmexplorer.stage import camera as cameras
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.canvas.ink import Ink

MARGIN = 14.0  # free border around the part, in window units


class AreaCanvas(Canvas):
    """Shows a part of the scene as large as it can; it is looked at and does not answer to the mouse."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(ink, parent)
        self._area: Rect | None = None

    def show_area(self, area: Rect) -> None:
        """Takes the part to show, in scene units."""
        self._area = area
        self.fit(animated=False)

    def fit(self, *, animated: bool = True) -> None:
        """Shows the whole part, and keeps it fitted when the window changes."""
        super().fit(animated=False)
        if self._area is not None:
            self.set_camera(cameras.fit(self._area, self.width(), self.height(), MARGIN))
        self._fitted = True
