"""Measures of colours written as ``#rrggbb``: contrast, and how two look to people who tell fewer colours apart."""

from __future__ import annotations

import math
from collections.abc import Sequence

Three = tuple[float, float, float]
Matrix = tuple[Three, Three, Three]

# From linear RGB to the responses of the three kinds of cones, by Viénot, Brettel and Mollon (1999), and back.
_TO_CONES: Matrix = ((17.8824, 43.5161, 4.11935), (3.45565, 27.1554, 3.86714), (0.0299566, 0.184309, 1.46709))
_FROM_CONES: Matrix = (
    (0.0809444479, -0.130504409, 0.116721066),
    (-0.0102485335, 0.0540193266, -0.113614708),
    (-0.000365296938, -0.00412161469, 0.693511405),
)
PROTAN: Matrix = ((0.0, 2.02344, -2.52581), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
DEUTAN: Matrix = ((1.0, 0.0, 0.0), (0.494207, 0.0, 1.24827), (0.0, 0.0, 1.0))
_ALL: Matrix = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))

_TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Three = (0.95047, 1.0, 1.08883)


def contrast(one: str, other: str) -> float:
    """The WCAG ratio of two colours: 1 for the same, 21 for black and white."""
    darker, lighter = sorted(_times(_TO_XYZ, _linear(colour))[1] for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def distance(one: str, other: str, sight: Matrix = _ALL) -> float:
    """Delta-E (CIE 1976) of two colours as seen with all cones, or by ``PROTAN`` or ``DEUTAN`` eyes."""
    pairs = zip(_lab(one, sight), _lab(other, sight), strict=True)
    return math.sqrt(sum((a - b) ** 2 for a, b in pairs))


def _linear(colour: str) -> Three:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _straighten(red), _straighten(green), _straighten(blue)


def _straighten(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _times(matrix: Matrix, vector: Sequence[float]) -> Three:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z


def _lab(colour: str, sight: Matrix) -> Three:
    seen = _times(_FROM_CONES, _times(sight, _times(_TO_CONES, _linear(colour))))
    shown = [min(max(part, 0.0), 1.0) for part in seen]
    x, y, z = (_root(part / white) for part, white in zip(_times(_TO_XYZ, shown), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
