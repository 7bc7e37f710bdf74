"""A tour through the tiny pack."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.packs import atlas_of, copy_tiny_pack, write
from vmexplorer.atlas.atlas import Atlas

TOUR_FILE = "tours/short.yaml"

TOUR = """\
id: short
name: The agent in a minute
summary: Who asks, who answers.
stops:
  - id: all
    title: Everything at once
    view: all
    emphasis: [client, agent]
    minutes: 0.5
    caption:
      - Four parts make up the whole. [v:S1]
    notes:
      - Point at each part and say its name. [gk]
      - Ask which of them answers. [gk]
  - id: ask
    title: A request
    view: all
    frame: [client, proxy]
    select: L2
    flow: F01
    first_step: 1
    last_step: 2
    minutes: 1
    caption:
      - The client asks at the door. [v:S2]
    notes:
      - Play both messages. [gk]
  - id: before
    title: Before the proxy came
    view: all
    era: e5
    select: agent
    flow: F01
    last_step: 1
    minutes: 2
    caption:
      - The agent listened itself. [v:S1]
    notes:
      - Compare it with the stop before. [gk]
"""


def add_tour(pack: Path, text: str = TOUR) -> Path:
    """Gives a copy of the tiny pack the tour ``short``; returns the pack."""
    (pack / "tours").mkdir(exist_ok=True)
    write(pack, TOUR_FILE, text)
    return pack


def toured_atlas(folder: Path) -> Atlas:
    """The atlas of a copy of the tiny pack with the tour ``short``: stops all, ask and before (era e5)."""
    return atlas_of(add_tour(copy_tiny_pack(folder)))
