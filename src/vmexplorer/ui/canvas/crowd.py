"""Many small messages at once, each a ready-made sprite at a place looked up in a table."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.geometry import Path
from vmexplorer.stage.camera import Camera
from vmexplorer.ui.canvas.ink import Ink

_PLACES = 512  # entries of a path's table
_SIZE = 10.0  # window units


class Crowd:
    """Messages that are not told one by one; they have no label and no trail."""

    def __init__(self) -> None:
        self._members: list[tuple[Path, float, Kind]] = []
        self._tables: dict[Path, tuple[tuple[float, float], ...]] = {}
        self._sprites: dict[tuple[Kind, float], QPixmap] = {}

    def show(self, members: list[tuple[Path, float, Kind]]) -> None:
        """Takes the messages of a moment: path, progress 0 to 1, kind of the sender."""
        self._members = members

    def clear(self) -> None:
        """Forgets the sprites; they are made anew in the next theme's colours."""
        self._sprites.clear()

    def paint(self, painter: QPainter, ink: Ink, camera: Camera) -> None:
        """Paints all of them in one pass; the painter is in window units."""
        if not self._members:
            return
        half = _SIZE * ink.texts / 2
        scale, left, top = camera.scale, camera.x - half, camera.y - half
        ratio = painter.device().devicePixelRatioF()
        tables, draw = self._tables, painter.drawPixmap
        for path, progress, kind in self._members:
            table = tables.get(path) or self._table(path)
            sprite = self._sprites.get((kind, ratio)) or self._sprite(ink, kind, ratio)
            x, y = table[int(progress * (_PLACES - 1))]
            draw(int(x * scale + left), int(y * scale + top), sprite)

    def _table(self, path: Path) -> tuple[tuple[float, float], ...]:
        places = (path.at(index / (_PLACES - 1))[0] for index in range(_PLACES))
        self._tables[path] = table = tuple((place.x, place.y) for place in places)
        return table

    def _sprite(self, ink: Ink, kind: Kind, ratio: float) -> QPixmap:
        size = _SIZE * ink.texts
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.kind(kind))
        painter.drawEllipse(QPointF(size / 2, size / 2), size / 2 - 1.0, size / 2 - 1.0)
        painter.end()
        self._sprites[kind, ratio] = pixmap
        return pixmap
