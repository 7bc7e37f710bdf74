"""What the window remembers from its last closing: its place on the screen, its colours and what it showed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from vmexplorer.app.kept import Kept

DOCUMENT, _VERSION = "window", 1
_LONGEST = 10_000  # characters of any text in the document


class WindowMemory(NamedTuple):
    """How the window was closed.

    ``geometry`` is in Qt's own form, as base64, or "". ``theme`` is the id of a theme that
    need not exist any more, or "". ``place`` is what ``place.as_content`` wrote, unread; it
    is None when the window showed what it always opens with, the home view at rest in the
    newest era. ``tour`` is the id of the tour that was being walked, or "". ``rail`` has the
    captions of the sections that were folded (False) or unfolded (True) by hand.
    """

    geometry: str = ""
    theme: str = ""
    place: Mapping[str, Any] | None = None
    tour: str = ""
    rail: Mapping[str, bool] = MappingProxyType({})

    @property
    def at_home(self) -> bool:
        """Whether the window opens with what it always opens with."""
        return self.place is None and not self.tour


def recall(kept: Kept) -> tuple[WindowMemory, str]:
    """What was remembered, and one sentence on what is wrong with it, or ""."""
    memory, complaint = kept.read_as(DOCUMENT, _VERSION, _memory)
    return memory or WindowMemory(), complaint


def remember(kept: Kept, memory: WindowMemory) -> str:
    """Keeps a memory for the next start; returns "" or one sentence on why that was not possible."""
    return kept.write(DOCUMENT, _VERSION, memory._asdict() | {"rail": dict(memory.rail)})


def _memory(content: Any) -> WindowMemory:
    """Raises KeyError or TypeError when the content is anything else."""
    place = content["place"]
    if not (place is None or isinstance(place, dict)):
        raise TypeError("no place")
    texts = [_text(content[name]) for name in ("geometry", "theme", "tour")]
    # Documents of former versions know nothing of the rail.
    return WindowMemory(texts[0], texts[1], place, texts[2], _switches(content.get("rail", {})))


def _switches(value: Any) -> Mapping[str, bool]:
    if not isinstance(value, dict) or not all(isinstance(one, bool) for one in value.values()):
        raise TypeError("no switches")
    return {_text(name): on for name, on in value.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise TypeError("no text")
    return value
