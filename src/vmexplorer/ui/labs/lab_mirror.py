"""What an audience sees of a lab: beside the map, on a screen that nobody types on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas.ink import Ink

SHARE = 0.56  # of the width of a picture


class LabMirror(QWidget):
    """Follows a lab, except while it is held; it takes no keys and no clicks."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ink = ink
        self._held = False
        self._latest: object = None

    @Slot(object)
    def follow(self, shown: object) -> None:
        """Shows what the lab shows now; while it is held, later."""
        self._latest = shown
        if not self._held:
            self.show_latest(shown)

    def hold(self, held: bool) -> None:
        """Keeps what it shows, or follows again."""
        self._held = held
        if not held and self._latest is not None:
            self.show_latest(self._latest)

    def show_latest(self, shown: object) -> None:
        """Shows what the lab shows; each mirror in its way (Qt's metaclass admits no abstract base class)."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground: an audience's screen has a theme of its own."""
        QPainter(self).fillRect(event.rect(), self._ink.role(Role.PANEL))


def put_in_place(before: LabMirror | None, mirror: LabMirror | None, parent: QWidget) -> LabMirror | None:
    """Puts a mirror onto a window in the place of another one, which is gone afterwards; returns it."""
    if before is not None:
        before.hide()
        before.deleteLater()
    if mirror is not None:
        mirror.setParent(parent)
        mirror.show()
    return mirror
