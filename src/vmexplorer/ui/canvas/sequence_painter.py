"""Paints a sequence diagram in scene units: what rests, and above it what moves."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.sequence import Row, SequenceLayout
from vmexplorer.stage.sequence_across import LABEL_SIZE
from vmexplorer.stage.sequence_rows import LABEL_LINE
from vmexplorer.stage.sequence_state import RowRole, SequenceState
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.card_painter import qrect
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.sequence_arrows import paint_arrow
from vmexplorer.ui.canvas.sequence_parts import (
    CENTRE,
    LEFT,
    fitting,
    paint_bar,
    paint_frame,
    paint_head,
    paint_lifelines,
    paint_tab,
)
from vmexplorer.ui.canvas.text_painter import READABLE

_BAND = 0.7  # opacity of the band behind the current row
_NUMBER_SIZE = 12.0
_DISC = 10.0  # radius of the disc behind a number
_POINTER = QPolygonF([QPointF(-5.0, -6.0), QPointF(5.0, 0.0), QPointF(-5.0, 6.0)])
_POINTER_BEFORE = 19.0  # from the play head's pointer to the middle of the numbers
_CLEAR = 5.0  # between the play head and the words that it passes


def paint(
    painter: QPainter, ink: Ink, layout: SequenceLayout, state: SequenceState, scale: float, clip: Rect | None = None
) -> None:
    """The whole diagram.

    Args:
        painter: transformed so that one unit is a scene unit.
        ink: the theme.
        layout: what there is and where.
        state: how each part shows.
        scale: device pixels per scene unit; text too small to read is left out.
        clip: the part of the scene that is wanted; the rest is skipped.
    """
    paint_still(painter, ink, layout, state, scale, clip)
    paint_heads(painter, ink, layout, state, scale)
    paint_live(painter, ink, layout, state)


def paint_still(
    painter: QPainter, ink: Ink, layout: SequenceLayout, state: SequenceState, scale: float, clip: Rect | None = None
) -> None:
    """Everything below the heads but the message under way and the play head; arguments as for ``paint``."""
    band = layout.rows[state.step] if state.step is not None else None
    if band is not None and _wanted(_whole(band, layout), clip):
        painter.fillRect(qrect(_whole(band, layout)), ink.role(Role.CHIP, _BAND))
    for frame in layout.frames:
        if _wanted(frame.box, clip):
            paint_frame(painter, ink, frame)
    paint_lifelines(painter, ink, layout.lifelines, layout.head_height, layout.scene.bottom)
    # One unit short: the line around a bar must not run into the next row, which is painted apart.
    reached = layout.scene.bottom if band is None else band.bottom - 1.0
    for bar, role in zip(layout.activations, state.bars, strict=True):
        if _wanted(bar.box, clip):
            paint_bar(painter, ink, bar.box, layout.lifelines[bar.call.lifeline].kind, role, reached)
    for frame in layout.frames:
        if _wanted(frame.tab, clip):
            paint_tab(painter, ink, frame, scale)
    for row, role in zip(layout.rows, state.rows, strict=True):
        if _wanted(_whole(row, layout), clip):
            _paint_row(painter, ink, layout, row, role, scale)


def paint_heads(painter: QPainter, ink: Ink, layout: SequenceLayout, state: SequenceState, scale: float) -> None:
    """The heads of the lifelines; those that speak or work stand out. Arguments as for ``paint``."""
    if layout.lifelines:
        paint_lifelines(painter, ink, layout.lifelines, layout.lifelines[0].head.bottom, layout.head_height)
    for index, line in enumerate(layout.lifelines):
        paint_head(painter, ink, line, index in state.speaking, index in state.busy, scale)


def paint_live(painter: QPainter, ink: Ink, layout: SequenceLayout, state: SequenceState) -> None:
    """The message under way and the play head. Arguments as for ``paint``."""
    if state.step is None:
        return
    row = layout.rows[state.step]
    colour = _colour(ink, row)
    if state.progress > 0.0:
        paint_arrow(painter, colour, row.message.kind, row.path, state.progress, strong=True)
    if state.glow > 0.0:
        tip, _ = row.path.at(state.progress)
        painter.setPen(Qt.PenStyle.NoPen)
        for radius, alpha in ((16.0, 0.12), (10.0, 0.2)):
            painter.setBrush(_colour(ink, row, alpha * state.glow))
            painter.drawEllipse(QPointF(*tip), radius, radius)
    _paint_play_head(painter, ink, layout, row, state.head_y)


def _whole(row: Row, layout: SequenceLayout) -> Rect:
    """A row over the whole width."""
    return Rect(0.0, row.top, layout.scene.width, row.bottom - row.top)


def _colour(ink: Ink, row: Row, alpha: float = 1.0) -> QColor:
    """The colour of a message: its sender's, or that of a fault."""
    if row.message.kind is StepKind.FAULT:
        return ink.role(Role.FAULT, alpha)
    return ink.kind(row.message.sender, alpha)


def _paint_row(painter: QPainter, ink: Ink, layout: SequenceLayout, row: Row, role: RowRole, scale: float) -> None:
    """Number, arrow and label of a step."""
    _paint_number(painter, ink, layout, row, role, scale)
    if role is RowRole.FUTURE:
        arrow = ink.role(Role.LINK, 0.75)
    else:
        arrow = _colour(ink, row, 0.3 if role is RowRole.CURRENT else 0.8)
    paint_arrow(painter, arrow, row.message.kind, row.path)
    if LABEL_SIZE * scale >= READABLE:
        _paint_label(painter, ink, layout, row, role)


def _paint_label(painter: QPainter, ink: Ink, layout: SequenceLayout, row: Row, role: RowRole) -> None:
    """The label; where lifelines pass behind it a plate keeps them out of the words."""
    font, words = _words(row, role is RowRole.CURRENT)
    if any(words.left() < line.x < words.right() for line in layout.lifelines):
        plate = words.adjusted(-3.0, 0.0, 3.0, 0.0)
        painter.fillRect(plate, ink.role(Role.CANVAS))
        if role is RowRole.CURRENT:
            painter.fillRect(plate, ink.role(Role.CHIP, _BAND))
    painter.setFont(font)
    painter.setPen(ink.role(Role.FAINT if role is RowRole.FUTURE else Role.TEXT))
    box = qrect(row.label_box)
    for number, line in enumerate(row.label):
        room = QRectF(box.left(), box.top() + number * LABEL_LINE, box.width(), LABEL_LINE)
        painter.drawText(room, LEFT if row.message.inside else CENTRE, line)


def _words(row: Row, strong: bool) -> tuple[QFont, QRectF]:
    """The font of a label, and what its words cover."""
    box = qrect(row.label_box)
    font, width = fitting(row.label, LABEL_SIZE, box.width(), strong)
    left = box.left() if row.message.inside else box.center().x() - width / 2
    return font, QRectF(left, box.top(), width, box.height())


def _paint_number(painter: QPainter, ink: Ink, layout: SequenceLayout, row: Row, role: RowRole, scale: float) -> None:
    """The step's number, on a disc once the step has come."""
    middle = QPointF(layout.gutter_x, row.y)
    painter.setPen(Qt.PenStyle.NoPen)
    if role is not RowRole.FUTURE:
        painter.setBrush(ink.role(Role.ACCENT) if role is RowRole.CURRENT else _colour(ink, row, 0.25))
        painter.drawEllipse(middle, _DISC, _DISC)
    if _NUMBER_SIZE * scale >= READABLE:
        roles = {RowRole.PAST: Role.TEXT, RowRole.CURRENT: Role.ON_ACCENT, RowRole.FUTURE: Role.FAINT}
        painter.setPen(ink.role(roles[role]))
        painter.setFont(fonts.font(_NUMBER_SIZE, fonts.STRONG))
        painter.drawText(QRectF(middle.x() - 16.0, middle.y() - 12.0, 32.0, 24.0), CENTRE, str(row.message.number))


def _paint_play_head(painter: QPainter, ink: Ink, layout: SequenceLayout, row: Row, y: float) -> None:
    """A pointer before the numbers, and a thin line after them that spares the row's words and arrow."""
    left, right = layout.gutter_x + _DISC + 2.0, layout.scene.right
    _, words = _words(row, True)
    spared = [(words.left(), words.right())] if words.top() <= y <= words.bottom() else []
    if abs(y - row.y) < _CLEAR:
        spared.append((min(row.source_x, row.target_x), max(point.x for point in row.path.points)))
    painter.setPen(QPen(ink.role(Role.ACCENT, 0.45), 1.2))
    for begin, end in sorted(spared):
        painter.drawLine(QLineF(left, y, max(left, begin - _CLEAR), y))
        left = max(left, end + _CLEAR)
    painter.drawLine(QLineF(left, y, right, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.role(Role.ACCENT))
    painter.drawPolygon(_POINTER.translated(layout.gutter_x - _POINTER_BEFORE, y))


def _wanted(rect: Rect, clip: Rect | None) -> bool:
    return clip is None or rect.overlaps(clip)
