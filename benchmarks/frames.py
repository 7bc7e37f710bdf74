"""A frame while panning with 0 and 200 messages, against blitting one opaque picture."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.figure import Figure, taken_in_turns
from vmexplorer import resources
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.packs import load_pack
from vmexplorer.atlas.component import Kind
from vmexplorer.drawing.theme import find_theme
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.canvas.ink import Ink

_SIZES = ((QSize(1920, 1080), 6.0), (QSize(3840, 2160), 3.0))
_ROUNDS = 120


class Blit(QWidget):
    """Shows one opaque picture and nothing else: the least a full frame can cost."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._picture = QPixmap(size)
        self._picture.fill("#203040")
        self.resize(size)

    def paintEvent(self, event: object) -> None:
        """One blit."""
        QPainter(self).drawPixmap(0, 0, self._picture)


class Panning:
    """A canvas on which each call moves the picture a little and paints it."""

    def __init__(self, size: QSize, messages: int) -> None:
        self._explorer = Explorer(load_pack())
        self._canvas = Canvas(Ink(find_theme(resources.root() / "themes", "dark")))
        self._canvas.resize(size)
        self._canvas.show_state(self._explorer.state())
        self._canvas.show()
        self._messages = messages
        self._steps = self._walk()
        _until_exposed(self._canvas)
        for _ in range(60):  # as far as the picture will be moved, with the tiles that it needs there
            self.frame()
            while not self._canvas.sharp:
                QApplication.processEvents()

    def frame(self) -> None:
        """Moves everything and paints."""
        dx, share = next(self._steps)
        wires = self._explorer.wiring.rest
        crowd = [
            (wires[i % len(wires)].path, (share + i / self._messages) % 1.0, Kind.USER_WORLD)
            for i in range(self._messages)
        ]
        self._canvas.crowd.show(crowd)
        self._canvas.pan(dx, 0.0)
        self._canvas.repaint()

    def _walk(self) -> Iterator[tuple[float, float]]:
        count = 0
        while True:
            count += 1
            yield (3.0 if count // 20 % 2 else -3.0), (count % 100) / 100.0


def _until_exposed(widget: QWidget) -> None:
    """Lets the window come up; before that a repaint paints nothing."""
    while not widget.windowHandle().isExposed():
        QApplication.processEvents()


def figures() -> list[Figure]:
    """One figure for each size and number of messages."""
    fonts.load()
    found = []
    for size, limit in _SIZES:
        blit = Blit(size)
        blit.show()
        _until_exposed(blit)
        for messages in (0, 200):
            panning = Panning(size, messages)
            ours, bare = taken_in_turns(panning.frame, blit.repaint, _ROUNDS)
            name = f"frame panning, {messages} messages, {size.width()}x{size.height()} / blit"
            found.append(Figure(name, ours, bare, limit))
    return found
