"""The screens that are plugged in, and windows moved onto them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class Screens(QObject):
    """Says when a screen comes or goes; a screen is known by its index, which may change with that."""

    changed = Signal()

    def watch(self) -> None:
        """Begins to listen to the system."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._note)
            app.screenRemoved.connect(self._note)
            app.primaryScreenChanged.connect(self._note)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._note_geometry)

    def names(self) -> tuple[str, ...]:
        """The names of the screens, in their order."""
        return tuple([screen.name() for screen in QGuiApplication.screens()])

    def count(self) -> int:
        """How many there are; a system that is between two screens counts as one."""
        return max(1, len(self.names()))

    def of(self, window: QWidget) -> int:
        """The index of the screen on which a window stands."""
        screens = QGuiApplication.screens()
        screen = window.screen()
        return screens.index(screen) if screen in screens else 0

    def geometry(self, index: int) -> QRect:
        """Where a screen lies; empty when there is none."""
        screens = QGuiApplication.screens()
        return screens[min(index, len(screens) - 1)].geometry() if screens else QRect()

    def fill(self, window: QWidget, index: int) -> None:
        """Shows a window full screen on a screen.

        A window that is full already is shown plainly first: some systems leave it where it was.
        """
        screens = QGuiApplication.screens()
        if screens:
            screen = screens[min(index, len(screens) - 1)]
            if window.isFullScreen() and window.geometry() != screen.geometry():
                window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
            window.setScreen(screen)
        if not self.geometry(index).isEmpty():
            window.setGeometry(self.geometry(index))
        window.showFullScreen()

    @Slot(QScreen)
    def _note(self, screen: QScreen | None = None) -> None:
        if screen is not None and screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._note_geometry, Qt.ConnectionType.UniqueConnection)
        self.changed.emit()

    @Slot()
    def _note_geometry(self) -> None:
        self.changed.emit()
