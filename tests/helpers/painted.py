"""What a picture really paints: every line of text and every pill, where it stands and how large it is, in pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from typing import Any, NamedTuple
from unittest.mock import patch

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPainter, QTextLayout, QTextOption

CUT = "…"
_TOUCH = 1.0  # pixels that two texts may share
_PILL = 0.2  # corners of a pill are at least this share of its height; those of a card are less


class Painted(NamedTuple):
    """A line of text as its letters stand, or with ``text`` empty a pill such as a badge.

    ``size`` is that of the letters, ``room`` where they should stay.
    """

    text: str
    rect: QRectF
    size: float
    room: QRectF

    @property
    def is_cut(self) -> bool:
        """Whether some of the text is missing, or stands outside its room."""
        return CUT in self.text or self.rect.width() > self.room.width() + _TOUCH

    def lies_on(self, other: Painted) -> bool:
        """Whether both need the same pixels."""
        shared = self.rect.intersected(other.rect)
        return shared.width() > _TOUCH and shared.height() > _TOUCH


@contextmanager
def recorded() -> Iterator[list[Painted]]:
    """Notes all that is painted meanwhile, in the order in which it is painted."""
    found: list[Painted] = []
    with (
        patch.object(QPainter, "drawText", _noting(QPainter.drawText, _lines, found)),
        patch.object(QPainter, "drawRoundedRect", _noting(QPainter.drawRoundedRect, _pill, found)),
    ):
        yield found


def overlaps(found: Sequence[Painted]) -> list[tuple[str, str]]:
    """The texts that lie on each other or under a pill; a text that is painted into a pill belongs there."""
    pairs = []
    for first, second in combinations(dict.fromkeys(map(_still, found)), 2):
        one, other = Painted(*_thawed(first)), Painted(*_thawed(second))
        inside = not one.text and one.rect.contains(other.rect.center())
        if (one.text or other.text) and one.lies_on(other) and not inside:
            pairs.append((one.text, other.text))
    return pairs


def _still(one: Painted) -> tuple[str, tuple[float, ...]]:
    """What can be compared: what stands out is painted a second time in its place."""
    return one.text, tuple(round(value, 1) for value in one.rect.getRect())


def _thawed(still: tuple[str, tuple[float, ...]]) -> tuple[str, QRectF, float, QRectF]:
    rect = QRectF(*still[1])
    return still[0], rect, 0.0, rect


def _noting(
    original: Callable[..., Any], note: Callable[..., list[Painted]], found: list[Painted]
) -> Callable[..., Any]:
    def paint(painter: QPainter, *what: Any) -> Any:
        found.extend(note(painter, *what))
        return original(painter, *what)

    return paint


def _lines(painter: QPainter, *what: Any) -> list[Painted]:
    metrics = QFontMetricsF(painter.font(), painter.device())
    if isinstance(what[0], QPointF):
        place, text = what
        rect = metrics.tightBoundingRect(text).translated(place)
        return [_made(painter, text, rect, rect)]
    room, flags, text = QRectF(what[0]), int(what[1]), what[2]
    lines = _broken(painter, text, room.width()) if flags & int(Qt.TextFlag.TextWordWrap) else text.split("\n")
    whole = metrics.boundingRect(room, flags & ~int(Qt.TextFlag.TextDontClip), text)
    made = []
    for number, line in enumerate(lines):
        left = whole.left()
        if flags & int(Qt.AlignmentFlag.AlignHCenter):
            left = whole.center().x() - metrics.horizontalAdvance(line) / 2
        base = whole.top() + number * metrics.lineSpacing() + metrics.ascent()
        rect = metrics.tightBoundingRect(line).translated(left, base)
        made.append(_made(painter, line, rect, room))
    return made


def _broken(painter: QPainter, text: str, width: float) -> list[str]:
    """The lines in which a text is broken in a width."""
    layout = QTextLayout(text, painter.font(), painter.device())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines


def _made(painter: QPainter, text: str, rect: QRectF, room: QRectF) -> Painted:
    to_pixels = painter.combinedTransform()
    size = QFontInfo(painter.font()).pixelSize() * to_pixels.m22()
    return Painted(text, to_pixels.mapRect(rect), size, to_pixels.mapRect(room))


def _pill(painter: QPainter, *what: Any) -> list[Painted]:
    rect, radius = what[0], what[2]
    opaque = painter.brush().style() != Qt.BrushStyle.NoBrush and painter.brush().color().alphaF() > 0.9
    if not isinstance(rect, QRectF) or radius < rect.height() * _PILL or not opaque:
        return []
    mapped = painter.combinedTransform().mapRect(rect)
    return [Painted("", mapped, 0.0, mapped)]
