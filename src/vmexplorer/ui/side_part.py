"""What stands at the right side of the window as a guest: the page of a lab, the editor, the card of a tour."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vmexplorer.ui.canvas.ink import Ink


class SidePart(QWidget):
    """Is dressed with the window, and keeps its content while it is not shown.

    Each guest has its own of these methods (Qt's metaclass admits no abstract base class).
    """

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        raise NotImplementedError

    def set_scale(self, scale: float) -> None:
        """Makes texts larger or smaller; 1.0 is the size of the design."""
        raise NotImplementedError
