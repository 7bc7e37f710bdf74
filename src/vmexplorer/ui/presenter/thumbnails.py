"""Small pictures of the stops of a tour, painted one at a time while nothing else is to be done."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, QSize, QSizeF, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPixmap

from vmexplorer.app.explorer import Explorer
from vmexplorer.app.stop_screen import screen_of
from vmexplorer.app.touring import caption_text, picture_of
from vmexplorer.atlas.tour import Stop
from vmexplorer.errors import VmexplorerError
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.tours.stop_painter import paint_stop

SIZE = QSize(480, 270)


class Thumbnails(QObject):
    """The pictures of some stops, each painted once.

    Args:
        explorer: one to spare, which goes from stop to stop.
        stops: the stops of a tour through its atlas.
        ink: the theme.
    """

    painted = Signal(int)

    def __init__(self, explorer: Explorer, stops: Sequence[Stop], ink: Ink) -> None:
        super().__init__()
        self._explorer = explorer
        self._stops = tuple(stops)
        self._ink = ink
        self._pictures: dict[int, QPixmap] = {}
        self._queue: list[int] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._paint_next)

    @property
    def complete(self) -> bool:
        """Whether every picture is there."""
        return len(self._pictures) == len(self._stops)

    def picture(self, stop: int) -> QPixmap | None:
        """The picture of a stop by its index; None while it is not painted yet."""
        return self._pictures.get(stop)

    def begin(self, stop: int = 0) -> None:
        """Paints all that are missing, those near a stop first."""
        missing = [place for place in range(len(self._stops)) if place not in self._pictures]
        self._queue = sorted(missing, key=lambda place: (abs(place - stop), place))
        if self._queue:
            self._timer.start()

    def stop_painting(self) -> None:
        """Leaves the rest unpainted."""
        self._timer.stop()

    @Slot()
    def _paint_next(self) -> None:
        if not self._queue:
            self._timer.stop()
            return
        place = self._queue.pop(0)
        self._pictures[place] = self._painted(self._stops[place])
        self.painted.emit(place)

    def _painted(self, stop: Stop) -> QPixmap:
        pixmap = QPixmap(SIZE)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Names as large as on the map of a small window: a name that is larger than its picture says more.
        picture = picture_of(self._explorer, stop)
        # A lab that cannot be prepared shows the map in the show as well.
        with suppress(VmexplorerError):
            picture = picture._replace(screen=screen_of(self._explorer.atlas, stop))
        paint_stop(painter, self._ink, picture, caption_text(stop), QSizeF(SIZE))
        painter.end()
        return pixmap
