"""The one painter of the diagram: screen, PNG and SVG all come from here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

from vmexplorer.drawing.crossings import Piece, pieces
from vmexplorer.drawing.geometry import Path, Rect
from vmexplorer.drawing.layout import CardBox
from vmexplorer.drawing.theme import NAMES, Role
from vmexplorer.stage.card_parts import Words
from vmexplorer.stage.state import BoxLook, BoxRole, StageState
from vmexplorer.stage.zone_titles import READABLE, zone_titles
from vmexplorer.ui.canvas.card_painter import paint_card, paint_ghost, paint_zone, paint_zone_look, qrect
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.line_painter import paint_line, paint_piece
from vmexplorer.ui.canvas.measure import pixel_of

SIZE = 16.0  # of a message, in screen units
_AT_REST = BoxLook("", BoxRole.REST)
_BLEED = 20.0  # how far paint reaches beyond a box: glow and tag


def paint_still(painter: QPainter, ink: Ink, state: StageState, scale: float, clip: Rect | None = None) -> None:
    """Everything that does not move, in scene units.

    Args:
        painter: already transformed so that one unit is a scene unit.
        ink: the theme.
        state: what to paint.
        scale: device pixels per scene unit.
        clip: the part of the scene that is wanted; the rest is skipped.
    """
    layout = state.layout
    titles = _titles(painter, ink, state, scale)
    for zone in layout.zones:
        if _wanted(zone.rect, clip):
            paint_zone(painter, ink, zone, titles.get(zone.id))
    heavy = set(state.spine)
    wires = state.rest
    for piece in still_pieces(state):
        if clip is None or _near(piece, clip):
            paint_piece(painter, ink, piece, wires[piece.wire] in heavy)
    tags = dict(state.tags)
    for card in layout.cards:
        if _wanted(card.rect, clip):
            paint_card(painter, ink, card, _AT_REST, scale, tags.get(card.id, ""))
    ghosts = dict(state.ghosts)
    for card in state.before.cards if state.before else ():
        if card.id in ghosts and _wanted(card.rect, clip):
            paint_ghost(painter, ink, card, scale, ghosts[card.id])


def paint_live(painter: QPainter, ink: Ink, state: StageState, to_screen: QTransform, size: float = SIZE) -> None:
    """The veil, what stands out above it, and the messages under way.

    Args:
        painter: in screen units, not transformed.
        ink: the theme.
        state: what to paint.
        to_screen: from scene units to screen units.
        size: size of a token in screen units.
    """
    scale = to_screen.m11() * painter.device().devicePixelRatioF()
    painter.save()
    painter.setTransform(to_screen, True)
    if state.veil > 0.0:
        veil = ink.role(Role.CANVAS, (1.0 - ink.theme.dim) * state.veil)
        painter.fillRect(qrect(state.layout.scene.inflated(2000.0)), veil)
    for line in state.lines:
        paint_line(painter, ink, line, scale)
    _paint_looks(painter, ink, state, scale)
    painter.restore()
    if state.tokens:
        # Loaded with the first message: the first picture has none and must not wait for it.
        from vmexplorer.ui.canvas.token_painter import paint_token

        for token in state.tokens:
            paint_token(painter, ink, token, to_screen, size)


def paint_picture(painter: QPainter, ink: Ink, state: StageState, room: QRectF, size: float = SIZE) -> None:
    """The whole view fitted into a room, for files and thumbnails."""
    to_screen = fitted(state.layout.scene, room)
    painter.save()
    painter.setTransform(to_screen, True)
    paint_still(painter, ink, state, to_screen.m11() * painter.device().devicePixelRatioF())
    painter.restore()
    paint_live(painter, ink, state, to_screen, size)


def fitted(scene: Rect, room: QRectF) -> QTransform:
    """The transform that shows a scene as large as possible in the middle of a room."""
    scale = min(room.width() / scene.width, room.height() / scene.height)
    left = room.x() + (room.width() - scene.width * scale) / 2 - scene.x * scale
    top = room.y() + (room.height() - scene.height * scale) / 2 - scene.y * scale
    return QTransform(scale, 0, 0, scale, left, top)


def still_pieces(state: StageState) -> Sequence[Piece]:
    """The resting lines with their crossings cut open."""
    return _pieces(_paths(state))


# Every tile of a picture asks for the same pieces.
_pieces = lru_cache(maxsize=8)(pieces)


def _paint_looks(painter: QPainter, ink: Ink, state: StageState, scale: float) -> None:
    """Cards and frames that are part of what is told."""
    boxes = {box.id: box for box in state.layout.boxes}
    tags, titles = dict(state.tags), _titles(painter, ink, state, scale)
    for look in state.boxes:
        box = boxes.get(look.box)
        if isinstance(box, CardBox):
            paint_card(painter, ink, box, look, scale, tags.get(box.id, ""))
        elif box is not None:
            paint_zone_look(painter, ink, box, look, titles.get(box.id), scale)


def _titles(painter: QPainter, ink: Ink, state: StageState, scale: float) -> Mapping[str, Words]:
    """The captions of the frames, by their ids."""
    real = pixel_of(painter, ink, scale)
    pixel = max(1.0, real)
    # In a theme with large names captions are larger by as much.
    readable = READABLE * max(1.0, ink.theme.names / NAMES) * real / pixel
    return zone_titles(state.layout.zones, _paths(state), pixel, readable)


def _paths(state: StageState) -> tuple[Path, ...]:
    return tuple([wire.path for wire in state.rest])


def _wanted(rect: Rect, clip: Rect | None) -> bool:
    return clip is None or rect.inflated(_BLEED).overlaps(clip)


def _near(piece: Piece, clip: Rect) -> bool:
    xs = [point.x for point in piece.points]
    ys = [point.y for point in piece.points]
    reach = Rect(min(xs) - 3.0, min(ys) - 3.0, max(xs) - min(xs) + 6.0, max(ys) - min(ys) + 6.0)
    return reach.overlaps(clip)
