"""A pack whose flow has step ids and a branch, and beside which a second flow can be laid."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import append, copy_tiny_pack, edit, write

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
