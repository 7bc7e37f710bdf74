"""What the command line asks of the user interface."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class PresentRequest(NamedTuple):
    """A show to begin with.

    ``stop`` and ``screen`` count from 1; ``theme`` is that of the audience's picture.
    """

    tour: str
    stop: int = 1
    kiosk: bool = False
    screen: int | None = None
    theme: str | None = None


class OpenRequest(NamedTuple):
    """How the window shall open.

    Names are as the user wrote them and not yet looked up; None leaves the
    choice to the program. ``pack`` is an existing folder, or None for the
    shipped pack. ``at`` is in seconds, finite, from 0, and given only with a
    flow. ``link`` is a link into the program that could be read; with it only
    ``theme`` and ``lab`` may be given. With ``tour`` only ``pack``, ``theme`` and
    ``stop`` may be given, and ``stop`` with it alone. ``present`` begins a show.
    ``fresh`` leaves aside what the window remembers.
    """

    pack: Path | None = None
    view: str | None = None
    select: str | None = None
    flow: str | None = None
    at: float | None = None
    era: str | None = None
    theme: str | None = None
    link: str | None = None
    lab: str | None = None
    present: PresentRequest | None = None
    tour: str | None = None
    stop: str | None = None
    fresh: bool = False


class ExportRequest(NamedTuple):
    """A picture to write.

    ``out`` ends in .png or .svg and lies in an existing folder. ``view``,
    ``era`` and ``flow`` are ids that the pack has, the flow is offered in the
    era, and ``theme`` is the id of a shipped theme. ``at`` is in seconds into
    the flow, None without a flow. ``width`` and ``height`` are in pixels.
    """

    out: Path
    pack: Path | None
    view: str
    era: str
    theme: str
    flow: str | None
    at: float | None
    width: int
    height: int
