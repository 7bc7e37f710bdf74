"""A pack whose flow has step ids and a branch; with a second flow beside it, or with a tour through it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import append, copy_tiny_pack, edit, write
from tests.helpers.tours import add_tour

FLOW = "flows/F01.yaml"

BRANCH = """\
branches:
  - id: refused
    name: If the agent refuses
    after: do
    steps:
      - from: agent
        to: client
        message: refuse
        kind: fault
        takes: 2.5
        narration:
          - The agent refuses. [v:S1]
      - id: note
        from: client
        to: client
        eras: e8..
        message: note it
        kind: event
        narration:
          - The newer client notes it. [v:S2]
    remark:
      - Ask the agent why. [gk]
"""

SECOND_FLOW = """\
id: F02
name: Ask twice
summary: The client asks and asks again.
view: all
steps:
  - {id: ask, from: client, to: agent, message: ask, kind: request, narration: ["It asks. [gk]"]}
  - {id: again, from: client, to: agent, message: ask again, kind: request, narration: ["It insists. [gk]"]}
  - {id: do, from: agent, to: agent, message: do it, kind: request, narration: ["It does it. [gk]"]}
"""

COMPARISON = """\
id: C01
name: Once or twice
summary: The client asks once or twice.
first: F01
second: F02
pairs:
  - first: ask
    second: ask
    says: Both ask. [v:S1]
  - first: forward
    second: ""
    says: Only one has a door. [v:S2]
  - first: do
    second: do
    says: Both work. [gk]
"""

TOUR = """\
id: short
name: The agent in a minute
summary: Who asks, who answers.
stops:
  - id: all
    title: Everything at once
    view: all
    frame: [kernel, proxy]
    select: agent
    emphasis: [client, kernel]
    minutes: 0.5
    caption:
      - Four parts make up the whole. [v:S1]
    notes:
      - Point at each part and say its name. [gk]
      - Ask which of them answers. [gk]
  - id: ask
    title: A request
    view: all
    era: e5
    select: L1
    flow: F01
    first_step: ask
    last_step: 2
    minutes: 1
    caption:
      - The client asks the agent. [v:S1]
    notes:
      - Play both messages. [gk]
  - id: refused
    title: A refusal
    view: all
    flow: F01/refused
    last_step: note
    lab: bench
    preset: stop agent
    minutes: 2
    caption:
      - The agent may refuse. [v:S2]
    notes:
      - Ask why. [gk]
"""


@pytest.fixture
def forked(tmp_path: Path) -> Path:
    """The tiny pack with ids on the steps of F01 (ask, forward, do) and a branch after ``do``."""
    pack = copy_tiny_pack(tmp_path)
    edit(
        pack,
        FLOW,
        "  - from: client\n    to: agent\n    eras",
        "  - id: ask\n    from: client\n    to: agent\n    eras",
    )
    edit(pack, FLOW, "  - from: client\n    to: proxy", "  - id: ask\n    from: client\n    to: proxy")
    edit(pack, FLOW, "  - from: proxy\n", "  - id: forward\n    from: proxy\n")
    edit(pack, FLOW, "  - from: agent\n", "  - id: do\n    takes: 20\n    op_id: a1-b2\n    from: agent\n")
    append(pack, FLOW, BRANCH)
    return pack


@pytest.fixture
def compared(forked: Path) -> Path:
    """The same with a second flow (ask, again, do) and a comparison of both."""
    write(forked, "flows/F02.yaml", SECOND_FLOW)
    (forked / "comparisons").mkdir()
    write(forked, "comparisons/C01.yaml", COMPARISON)
    return forked


@pytest.fixture
def toured(forked: Path) -> Path:
    """The forked pack with a tour of three stops: all, ask (era e5), refused (on the branch)."""
    return add_tour(forked, TOUR)
