"""The styles of text in a panel, and the fonts and colours that they become in a theme at a scale."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextOption

from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.contrast import readable


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a stretch of text looks; ``size`` and ``line`` (from line to line) are pixels at scale 1."""

    size: float
    line: float
    tint: Role | Kind = Role.TEXT
    weight: QFont.Weight = QFont.Weight.Normal
    code: bool = False
    capitals: bool = False
    ground: Role = Role.PANEL

    def as_code(self) -> TextStyle:
        """The same in the fixed-width font, which looks larger and so is set smaller."""
        return replace(self, code=True, size=self.size - 1.0)


TITLE = TextStyle(fonts.DISPLAY, 34.0, weight=QFont.Weight.Bold)
CAPTION = TextStyle(12.0, 18.0, Role.SOFT, QFont.Weight.DemiBold, capitals=True)
LARGE = TextStyle(25.0, 37.0)
BODY = TextStyle(fonts.BODY, 23.0)
SOFT = TextStyle(fonts.BODY, 21.0, Role.SOFT)
STRONG = TextStyle(fonts.BODY, 22.0, weight=QFont.Weight.DemiBold)
LABEL = TextStyle(13.0, 21.0, Role.SOFT)
VALUE = TextStyle(fonts.BODY, 21.0)
NOTE = TextStyle(13.0, 21.0, Role.SOFT)
SMALL = TextStyle(12.0, 18.0, Role.SOFT)
MARK = TextStyle(11.0, 18.0, Role.FAINT)
ROW_TITLE = TextStyle(fonts.BODY, 20.0, weight=QFont.Weight.DemiBold, ground=Role.CHIP)
ROW_DETAIL = TextStyle(13.0, 20.0, Role.SOFT, ground=Role.CHIP)
PILL = TextStyle(13.0, 26.0, weight=QFont.Weight.DemiBold, ground=Role.CHIP)

_TRACKING = 1.1  # space between capitals, in pixels at scale 1


class Lettering:
    """The styles made ready for a theme and a scale, each font and format made once."""

    def __init__(self, ink: Ink, scale: float) -> None:
        self.ink = ink
        self.scale = scale
        self.wrapping = QTextOption()
        self.wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._fonts: dict[TextStyle, QFont] = {}
        self._colours: dict[TextStyle, QColor] = {}
        self._formats: dict[TextStyle, QTextCharFormat] = {}

    def pixels(self, length: float) -> int:
        """A length at scale 1 in whole pixels at this scale."""
        return round(length * self.scale)

    def font(self, style: TextStyle) -> QFont:
        """The font of a style."""
        made = self._fonts.get(style)
        if made is None:
            size = style.size * self.scale
            if style.code:
                made = fonts.code_font(size)
            else:
                made = fonts.font(size, style.weight, _TRACKING * self.scale if style.capitals else 0.0)
            if style.capitals:
                made.setCapitalization(QFont.Capitalization.AllUppercase)
            self._fonts[style] = made
        return made

    def colour(self, style: TextStyle) -> QColor:
        """The colour of a style, readable on its ground."""
        made = self._colours.get(style)
        if made is None:
            tint = self.ink.kind(style.tint) if isinstance(style.tint, Kind) else self.ink.role(style.tint)
            made = readable(tint, self.ink.role(style.ground), self.ink.role(Role.TEXT))
            self._colours[style] = made
        return made

    def format(self, style: TextStyle) -> QTextCharFormat:
        """The font and colour of a style for a part of a longer text."""
        made = self._formats.get(style)
        if made is None:
            made = self._formats[style] = QTextCharFormat()
            made.setFont(self.font(style))
            made.setForeground(self.colour(style))
        return made
