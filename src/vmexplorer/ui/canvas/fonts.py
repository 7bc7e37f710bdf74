"""The shipped fonts and the sizes of the type scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase

from vmexplorer import resources

TEXT = "Inter"
CODE = "JetBrains Mono"

SMALL = 12.5
BODY = 14.0
NAME = 15.5
TITLE = 19.0
LARGE = 22.0
DISPLAY = 27.0

STRONG = QFont.Weight.DemiBold
PLAIN = Qt.TextFormat.PlainText

_TEXT_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf")
_MORE_TEXT_FILES = ("Inter-Bold.otf",)
_CODE_FILES = ("JetBrainsMono-Regular.ttf",)


def load() -> None:
    """Makes the shipped text fonts known to Qt; the code font is loaded when first asked for."""
    _load(_TEXT_FILES)


def load_rest() -> None:
    """Makes the weights known that the first picture does not need."""
    _load(_MORE_TEXT_FILES)


def font(pixels: float, weight: QFont.Weight = QFont.Weight.Normal, spacing: float = 0.0) -> QFont:
    """A text font of a size in pixels (or scene units), with optional letter spacing in the same."""
    return _shaped(QFont(TEXT), pixels, weight, spacing)


def code_font(pixels: float) -> QFont:
    """The fixed-width font for commands, paths and log lines."""
    _load(_CODE_FILES)
    return _shaped(QFont(CODE), pixels, QFont.Weight.Normal, 0.0)


@cache
def _load(files: tuple[str, ...]) -> None:
    folder = resources.root() / "fonts"
    for file in files:
        QFontDatabase.addApplicationFont(str(folder / file))


def _shaped(made: QFont, pixels: float, weight: QFont.Weight, spacing: float) -> QFont:
    # Point sizes follow the screen's DPI and pixel sizes must be whole; scaling a larger
    # whole size down through the painter would blur, so sizes are rounded here.
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    if spacing:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return made
