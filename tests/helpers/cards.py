"""Cards of any size, with their upper left corner at 10, 20."""

from __future__ import annotations

from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox


def card(
    style: CardStyle,
    width: float,
    height: float,
    name: str = "hostd",
    subtitle: str = "host agent",
    summary: str = "",
) -> CardBox:
    """A card of the kernel."""
    rect = Rect(10.0, 20.0, width, height)
    return CardBox("a", "a", Kind.KERNEL, style, name, subtitle, summary, "", rect, "")


def within(part: Rect, whole: Rect) -> bool:
    """Whether a rectangle lies in another, but for a rounding error."""
    around = whole.inflated(0.01)
    across = around.x <= part.x and part.right <= around.right
    return across and around.y <= part.y and part.bottom <= around.bottom
