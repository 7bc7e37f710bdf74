"""A small drawing for each kind of thing that a search can find."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from vmexplorer.app.search_index import HitKind

SIZE = 24.0
"""The side of the square in which the drawings are made."""


def paint_kind(painter: QPainter, kind: HitKind, rect: QRectF, colour: QColor) -> None:
    """Paints the drawing of a kind into a square."""
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / SIZE, rect.height() / SIZE)
    painter.setPen(QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_DRAWINGS[kind]())
    painter.restore()


def _port() -> QPainterPath:
    """A socket with its contacts."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(4, 4, 16, 16), 3, 3)
    _line(path, (8, 20), (8, 16), (16, 16), (16, 20))
    for x in (9.0, 12.0, 15.0):
        _line(path, (x, 8), (x, 11))
    return path


def _component() -> QPainterPath:
    """A card with a line of text."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(3, 5, 18, 14), 3, 3)
    _line(path, (7, 10), (13, 10))
    _line(path, (7, 14), (17, 14))
    return path


def _link() -> QPainterPath:
    """Two ends and what joins them."""
    path = QPainterPath()
    path.addEllipse(QPointF(5.5, 17), 2.8, 2.8)
    path.addEllipse(QPointF(18.5, 7), 2.8, 2.8)
    _line(path, (8, 15), (16, 9))
    return path


def _flow() -> QPainterPath:
    """An arrow that passes stations."""
    path = QPainterPath()
    _line(path, (3, 12), (20, 12))
    _line(path, (15, 7), (20, 12), (15, 17))
    path.addEllipse(QPointF(7.5, 12), 1.6, 1.6)
    return path


def _view() -> QPainterPath:
    """A picture in two parts."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(3, 4, 18, 16), 2.5, 2.5)
    _line(path, (3, 9.5), (21, 9.5))
    _line(path, (12, 9.5), (12, 20))
    return path


def _tour() -> QPainterPath:
    """A way with a flag at its end."""
    path = QPainterPath()
    path.addEllipse(QPointF(5, 19), 1.8, 1.8)
    _line(path, (7.5, 19), (14, 19), (14, 4), (21, 7), (14, 10))
    return path


def _stop() -> QPainterPath:
    """A flag."""
    path = QPainterPath()
    _line(path, (7, 21), (7, 4), (18, 8), (7, 12))
    return path


def _era() -> QPainterPath:
    """A clock."""
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 9, 9)
    _line(path, (12, 7), (12, 12), (15.5, 14))
    return path


def _command() -> QPainterPath:
    """A key with a prompt."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(3, 4, 18, 16), 4, 4)
    _line(path, (8, 9), (11, 12), (8, 15))
    _line(path, (13, 15), (16, 15))
    return path


def _line(path: QPainterPath, *points: tuple[float, float]) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)


_DRAWINGS = {
    HitKind.PORT: _port,
    HitKind.COMPONENT: _component,
    HitKind.LINK: _link,
    HitKind.FLOW: _flow,
    HitKind.VIEW: _view,
    HitKind.TOUR: _tour,
    HitKind.STOP: _stop,
    HitKind.ERA: _era,
    HitKind.COMMAND: _command,
}
