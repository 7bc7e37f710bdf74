"""Paints what stands around the messages of a sequence diagram: heads, lifelines, bars and frames."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.sequence import BranchFrame, Lifeline
from vmexplorer.stage.sequence_across import ALTERNATIVE, HEAD_PADDING, ICON, NAME_LINE, NAME_SIZE
from vmexplorer.stage.sequence_state import RowRole
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.card_painter import CARD_RADIUS, qrect
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.text_painter import READABLE

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SMALLEST = 8.0  # texts are shrunk rather than cut, down to this size
_BAR_RADIUS = 3.0
_TITLE_SIZE = 13.0
_TITLE_SIDE = 9.0
_TAB_CUT = 8.0  # the corner that a frame's title lacks


def paint_head(painter: QPainter, ink: Ink, line: Lifeline, speaking: bool, busy: bool, scale: float) -> None:
    """A card with the icon of the kind above the name, and the first piece of the lifeline below it."""
    rect = qrect(line.head)
    if speaking:
        painter.setPen(Qt.PenStyle.NoPen)
        for grow, alpha in ((6.0, 0.10), (3.0, 0.16)):
            painter.setBrush(ink.kind(line.kind, alpha))
            painter.drawRoundedRect(rect.adjusted(-grow, -grow, grow, grow), CARD_RADIUS + grow, CARD_RADIUS + grow)
    lit = ink.kind(line.kind) if speaking or busy else ink.role(Role.CARD_LINE)
    painter.setPen(QPen(lit, 2.2 if speaking else 1.4 if busy else 1.2))
    painter.setBrush(ink.role(Role.CARD))
    painter.drawRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
    tile = QRectF(line.x - ICON / 2, rect.top() + HEAD_PADDING, ICON, ICON)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.kind(line.kind, 0.18))
    painter.drawRoundedRect(tile, 6.0, 6.0)
    ink.draw_icon(painter, line.kind, tile.adjusted(5.5, 5.5, -5.5, -5.5))
    if NAME_SIZE * scale < READABLE:
        return
    font, _ = fitting(line.lines, NAME_SIZE, rect.width() - 10.0, True)
    painter.setFont(font)
    painter.setPen(ink.role(Role.TEXT))
    room = QRectF(rect.left(), tile.bottom(), rect.width(), rect.bottom() - tile.bottom() - 4.0)
    top = room.center().y() - len(line.lines) * NAME_LINE / 2
    for number, text in enumerate(line.lines):
        painter.drawText(QRectF(room.left(), top + number * NAME_LINE, room.width(), NAME_LINE), CENTRE, text)


def paint_lifelines(painter: QPainter, ink: Ink, lifelines: tuple[Lifeline, ...], top: float, bottom: float) -> None:
    """The dashed lines of all who take part, from ``top`` to ``bottom``."""
    pen = QPen(ink.role(Role.LINK, 0.7), 1.2, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([4.0, 4.0])
    painter.setPen(pen)
    for line in lifelines:
        painter.drawLine(QLineF(line.x, top, line.x, bottom))


def paint_bar(painter: QPainter, ink: Ink, box: Rect, kind: Kind, role: RowRole, reached: float) -> None:
    """A bar in the colour of a kind; what lies below ``reached`` has not happened yet and is quiet."""
    rect = qrect(box)
    painter.setPen(QPen(ink.role(Role.CARD_LINE), 1.0))
    painter.setBrush(ink.role(Role.CARD))
    painter.drawRoundedRect(rect, _BAR_RADIUS, _BAR_RADIUS)
    if role is RowRole.FUTURE:
        return
    now = role is RowRole.CURRENT
    rect.setBottom(min(rect.bottom(), reached))
    painter.setPen(QPen(ink.kind(kind, 1.0 if now else 0.7), 1.2))
    painter.setBrush(ink.kind(kind, 0.75 if now else 0.3))
    painter.drawRoundedRect(rect, _BAR_RADIUS, _BAR_RADIUS)


def paint_frame(painter: QPainter, ink: Ink, frame: BranchFrame) -> None:
    """The frame around conditional rows."""
    painter.setPen(QPen(ink.role(Role.SOFT), 1.2))
    painter.setBrush(ink.role(Role.CHIP, 0.25))
    painter.drawRect(qrect(frame.box))


def paint_tab(painter: QPainter, ink: Ink, frame: BranchFrame, scale: float) -> None:
    """The condition in the corner of a frame."""
    tab = qrect(frame.tab)
    painter.setPen(QPen(ink.role(Role.SOFT), 1.2))
    painter.setBrush(ink.role(Role.CHIP))
    cut = [tab.bottomRight() - QPointF(0.0, _TAB_CUT), tab.bottomRight() - QPointF(_TAB_CUT, 0.0)]
    painter.drawPolygon(QPolygonF([tab.topLeft(), tab.topRight(), *cut, tab.bottomLeft()]))
    if _TITLE_SIZE * scale < READABLE:
        return
    room = tab.adjusted(_TITLE_SIDE, 0.0, -_TITLE_SIDE, 0.0)
    painter.setFont(fonts.font(_TITLE_SIZE, fonts.STRONG))
    painter.setPen(ink.role(Role.SOFT))
    painter.drawText(room, LEFT, ALTERNATIVE)
    room.setLeft(room.left() + QFontMetricsF(painter.font()).horizontalAdvance(f"{ALTERNATIVE}  "))
    font, _ = fitting((frame.branch.title,), _TITLE_SIZE, room.width(), True)
    painter.setFont(font)
    painter.setPen(ink.role(Role.TEXT))
    painter.drawText(room, LEFT, frame.branch.title)


def fitting(lines: tuple[str, ...], size: float, room: float, strong: bool) -> tuple[QFont, float]:
    """The font of the wanted size, or of the largest smaller one that fits, and the width of the widest line."""
    weight = fonts.STRONG if strong else QFont.Weight.Normal
    while True:
        font = fonts.font(size, weight)
        width = max(QFontMetricsF(font).horizontalAdvance(line) for line in lines)
        if width <= room or size <= _SMALLEST:
            return font, width
        size -= 1.0
