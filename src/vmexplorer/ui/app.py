"""Builds the program and joins its parts; nothing else does."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from vmexplorer import resources
from vmexplorer.app.opening import Opening, read_opening, write_opening
from vmexplorer.app.request import OpenRequest
from vmexplorer.app.user_folders import cache_folder
from vmexplorer.drawing.theme import find_theme
from vmexplorer.errors import VmexplorerError
from vmexplorer.ui import style
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.main_window import MainWindow
from vmexplorer.ui.recollection import Recollection

if TYPE_CHECKING:
    from vmexplorer.ui.desk import Desk


def run(request: OpenRequest) -> int:
    """Opens the window and returns when it is closed.

    Raises:
        UnknownNameError: the request names a view, component, flow, era or theme that does not exist.
        PackError: the shipped pack is broken.
        VmexplorerError: something that the user has made could not be kept where it belongs.
    """
    app = application()
    program = Program(app, request)
    program.open()
    program.offer_to_assistive_technology()
    code = app.exec()
    said = program.finish()
    if said:
        raise VmexplorerError("; ".join(said))
    return code


def application() -> QApplication:
    """The Qt application; the same one at every call."""
    running = QApplication.instance()
    made = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    made.setApplicationName("vmexplorer")
    made.setDesktopFileName("vmexplorer")
    # A style sheet hides the style's name; whoever set it has set the style before.
    if not made.styleSheet() and made.style().name() != "fusion":
        made.setStyle("Fusion")
    return made


class Program(QObject):
    """One window from its first picture to its end."""

    desk: Desk

    def __init__(self, app: QApplication, request: OpenRequest) -> None:
        super().__init__()
        self._app = app
        self._request = request
        self._cache = cache_folder()
        self._recollection = Recollection(request)
        theme = find_theme(resources.root() / "themes", self._recollection.theme)
        self._ink = Ink(theme)
        self._app.setPalette(style.palette(theme))
        self.window = MainWindow(self._ink)
        self._recollection.arrange(self.window)

    def open(self) -> None:
        """Shows the window: at once with the picture kept from last time, or when all is built."""
        opening = self._opening()
        if opening is None:
            self.furnish()
            if self._request.present is not None:
                return  # the show has windows of its own; this one appears at its end
        else:
            self.window.setWindowTitle(opening.title)
            self.window.canvas.show_kept(_image(opening))
            self.window.canvas.painted.connect(self.furnish, Qt.ConnectionType.QueuedConnection)
        self.window.show()

    @Slot()
    def furnish(self) -> None:
        """Builds everything beside the map and joins it."""
        # Imported here: the first picture must not wait for them.
        from vmexplorer.ui.furnish import furnish

        self.desk = furnish(self._app, self.window, self._ink, self._request, self._cache, self._recollection)
        gc.enable()

    def offer_to_assistive_technology(self) -> None:
        """Makes the boxes of the map known by name."""
        from vmexplorer.ui.canvas.accessible import AccessibleCanvases

        self._accessible = AccessibleCanvases()
        self._accessible.add(self.window.canvas)
        self._accessible.install()

    def finish(self) -> tuple[str, ...]:
        """Keeps what the next start can use; nothing when the window was closed before it was complete.

        Returns:
            what to say of work that the next start will not know of.
        """
        if not hasattr(self, "desk"):
            return ()
        said = self.desk.finish()
        self._recollection.keep(self.desk)
        file = self._opening_file()
        if file is not None and self._request.pack is None:
            from vmexplorer.ui.first_picture import painted

            write_opening(file, resources.pack(), painted(self.desk.controller.explorer, self.window.canvas))
        return said

    def _opening(self) -> Opening | None:
        """The kept picture, when the request wants nothing else."""
        file = self._opening_file()
        if file is None or not self._recollection.at_home:
            return None
        return read_opening(file, resources.pack(), self._ink.theme.id)

    def _opening_file(self) -> Path | None:
        return self._cache / "opening.picture" if self._cache else None


def _image(opening: Opening) -> QImage:
    """The kept picture as Qt's; it shares the opening's bytes, so it keeps a copy of its own."""
    return QImage(opening.pixels, opening.width, opening.height, QImage.Format.Format_RGB32).copy()
