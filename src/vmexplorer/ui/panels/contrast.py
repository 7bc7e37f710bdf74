"""Keeps coloured words readable on their ground."""

from __future__ import annotations

from PySide6.QtGui import QColor

_WANTED = 4.5  # the ratio that WCAG asks for ordinary text
_STEPS = 10


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of two colours' luminances, from 1 (the same) to 21 (black and white)."""
    lighter, darker = sorted([_luminance(one), _luminance(other)], reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: QColor, ground: QColor, text: QColor) -> QColor:
    """The colour, mixed with as little of the text colour as makes it readable on the ground."""
    for step in range(_STEPS):
        mixed = _mixed(colour, text, step / _STEPS)
        if contrast(mixed, ground) >= _WANTED:
            return mixed
    return text


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    pairs = zip(_parts(one), _parts(other), strict=True)
    return QColor.fromRgbF(*[first * (1.0 - share) + second * share for first, second in pairs])


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def _luminance(colour: QColor) -> float:
    red, green, blue = [_linear(part) for part in _parts(colour)]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
