"""Paints a stop of a tour as the audience sees it: the part of the map that it frames, and its caption."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QTransform

from vmexplorer.app.touring import StopPicture
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.camera import seen_with
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.frame_veil import paint_veil
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.scene_painter import fitted, paint_live, paint_still
from vmexplorer.ui.canvas.token_painter import SIZE

DESIGN_WIDTH, DESIGN_HEIGHT = 1920.0, 1080.0
BAND = 132.0  # height of the band of the caption in a picture 1080 high: two lines
CAPTION_SIZE = 36.0  # of the caption's letters in a picture 1080 high
LINES = 2
NAMES = 1 / 40  # height of the letters on cards as a share of that of the picture
WINDOW = 540.0  # height in window units of a picture in which every name can be read from the last row
_SIDE = 72.0  # left free at both sides of the caption
_MARGIN = 16.0  # left free around the map
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter


def stop_image(ink: Ink, picture: StopPicture, caption: str, size: QSize) -> QImage:
    """A stop as a picture of a size in pixels; small and large ones look alike, names on cards included."""
    image = QImage(size, QImage.Format.Format_RGB32)
    # Names on cards grow where a unit of the window is longer than one of the scene.
    ratio = size.height() / WINDOW
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    named = Ink(ink.theme._replace(names=WINDOW * NAMES))
    paint_stop(painter, named, picture, caption, QSizeF(size.width() / ratio, size.height() / ratio))
    painter.end()
    return image


def paint_stop(painter: QPainter, ink: Ink, picture: StopPicture, caption: str, size: QSizeF) -> None:
    """Fills a picture; every measure follows its height.

    Args:
        painter: on a picture of that size, not transformed.
        ink: the theme.
        picture: the stop.
        caption: the text under the map; "" for none.
        size: in window units.
    """
    scale = size.height() / DESIGN_HEIGHT
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), ink.role(Role.CANVAS))
    room = map_room(size, caption)
    painter.save()
    painter.setClipRect(room)
    if picture.screen is None:
        _paint_map(painter, ink, picture, to_picture(picture, caption, size), room)
    else:
        from vmexplorer.ui.labs.dcui.console_painter import paint_screen

        paint_screen(painter, picture.screen, room.toRect())
    painter.restore()
    if caption:
        painter.fillRect(QRectF(0, room.bottom(), size.width(), BAND * scale), ink.role(Role.PANEL))
        painter.setFont(caption_font(size))
        painter.setPen(ink.role(Role.TEXT))
        painter.drawText(balanced(caption, size), WRAPPED, caption)


def map_room(size: QSizeF, caption: str) -> QRectF:
    """The part of a picture that the map has, above the caption if there is one."""
    band = BAND * size.height() / DESIGN_HEIGHT if caption else 0.0
    return QRectF(0, 0, size.width(), size.height() - band)


def caption_room(size: QSizeF) -> QRectF:
    """The part of a picture in which the caption is set."""
    scale = size.height() / DESIGN_HEIGHT
    return QRectF(_SIDE * scale, size.height() - BAND * scale, size.width() - 2 * _SIDE * scale, BAND * scale)


def caption_font(size: QSizeF) -> QFont:
    """The letters of the caption."""
    return fonts.font(CAPTION_SIZE * size.height() / DESIGN_HEIGHT, QFont.Weight.DemiBold)


def to_picture(picture: StopPicture, caption: str, size: QSizeF) -> QTransform:
    """From scene units to the window units of a picture."""
    margin = _MARGIN * size.height() / DESIGN_HEIGHT
    inner = map_room(size, caption).adjusted(margin, margin, -margin, -margin)
    return fitted(seen_with(picture.area, picture.state.layout.scene, inner.width() / inner.height()), inner)


def _paint_map(painter: QPainter, ink: Ink, picture: StopPicture, to_screen: QTransform, room: QRectF) -> None:
    """What the stop frames and, paler, what lies around it."""
    state, scale = picture.state._replace(caption=None), room.width() / DESIGN_WIDTH
    painter.save()
    painter.setTransform(to_screen, True)
    paint_still(painter, ink, state, to_screen.m11() * painter.device().devicePixelRatioF())
    painter.restore()
    paint_live(painter, ink, state, to_screen, SIZE * scale)
    if picture.area != state.layout.scene:
        paint_veil(painter, ink, state.layout, picture.area, to_screen, room)


def balanced(caption: str, size: QSizeF) -> QRectF:
    """The part of a picture that its caption fills, with lines of about the same length."""
    return narrowed(caption, caption_room(size), caption_font(size))


def narrowed(text: str, room: QRectF, font: QFont) -> QRectF:
    """The narrowest part in the middle of a room in which a text takes no more lines: then all are about as long."""
    metrics = QFontMetricsF(font)
    height = metrics.boundingRect(room, WRAPPED, text).height()
    narrow, wide = 0.0, room.width()
    while wide - narrow > metrics.averageCharWidth():
        middle = (narrow + wide) / 2
        taken = metrics.boundingRect(QRectF(0, 0, middle, room.height()), WRAPPED, text)
        if taken.height() > height or taken.width() > middle:
            narrow = middle
        else:
            wide = middle
    inset = (room.width() - wide) / 2
    return room.adjusted(inset, 0, -inset, 0)
