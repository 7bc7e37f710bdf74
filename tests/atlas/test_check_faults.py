"""What is wrong in the data on faults is found by file, line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import copy_tiny_pack, line_of, only, problems_of, write

SOUND = """\
headers:
  - log: agent
    file: agent.log
    form: "{time} {level} {text}"
needs:
  - component: client
    link: L1
    eras: e5
    note: It gets no answer. [gk]
    logs:
      - log: agent
        text: nothing
restarters:
  - component: agent
    after: 2
    note: It starts again. [gk]
conditions:
  - id: tired
    name: The agent is tired
    component: agent
    fails: [F01/ask]
    note: It yawns. [gk]
    client: Nothing is to be seen. [gk]
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The tiny pack, whose first step has an id."""
    copied = copy_tiny_pack(tmp_path)
    flow = copied / "flows" / "F01.yaml"
    text = flow.read_text(encoding="utf-8")
    flow.write_text(text.replace("  - from:", "  - id: ask\n    from:", 1), encoding="utf-8")
    return copied


def test_sound_data_has_no_problem(pack: Path) -> None:
    write(pack, "faults.yaml", SOUND)
    assert problems_of(pack) == ()


@pytest.mark.parametrize(
    ("old", "new", "key", "text", "hint"),
    [
        ("link: L1\n", "link: L9\n", "needs[0].link", "names the link 'L9', which does not exist", "'L3'"),
        ("component: client", "component: clint", "needs[0].component", "names the component 'clint'", "'client'"),
        ("    link: L1\n", "", "needs[0]", "must name one of: on, link", "exactly one of them"),
        ("    link: L1\n", "    link: L1\n    on: agent\n", "needs[0]", "must name one of: on, link", "exactly one"),
        ("eras: e5\n", "eras: e8\n", "needs[0]", "names 'L1', 'client', which are never there in the same", ""),
        (
            "eras: e5\n",
            "eras: e5\n    way: [L7]\n",
            "needs[0].way[0]",
            "is 'L7', which is neither a component nor",
            "L",
        ),
        ("eras: e5\n", "eras: e5\n    every: 5\n", "needs[0].every", "stands without tick", "give both or neither"),
        (
            "      - log: agent",
            "      - log: agnt",
            "needs[0].logs[0].log",
            "is 'agnt', for which there is no",
            "'agent'",
        ),
        (
            "    file: agent.log\n",
            "    file: agent.log\n    eras: e8\n",
            "needs[0].logs[0].log",
            "has no header in",
            "add",
        ),
        ("{level} ", "{levl} ", "headers[0].form", "has the placeholder 'levl', which is not known", "'level'"),
        ("F01/ask", "F02/ask", "conditions[0].fails[0]", "names the flow 'F02', which does not exist", "'F01'"),
        ("F01/ask", "F01/aks", "conditions[0].fails[0]", "names the step 'aks', which 'F01' does not have", "'ask'"),
        ("    fails:", "    link: L1\n    fails:", "conditions[0]", "must name one of: component, link", "exactly"),
        ("after: 2", "after: soon", "restarters[0].after", "must be a number", ""),
    ],
)
def test_what_does_not_fit_is_named(pack: Path, old: str, new: str, key: str, text: str, hint: str) -> None:
    assert SOUND.count(old) >= 1
    write(pack, "faults.yaml", SOUND.replace(old, new, 1))
    problem = only(problems_of(pack))
    assert (problem.file, problem.key) == ("faults.yaml", key)
    assert text in problem.text
    assert hint in problem.hint


def test_second_condition_with_the_same_id_is_named_with_the_first(pack: Path) -> None:
    again = SOUND[SOUND.index("  - id: tired") :].replace("id: tired", "id: Tired")
    write(pack, "faults.yaml", SOUND + again)
    problem = only(problems_of(pack))
    assert (problem.key, problem.line) == ("conditions[1].id", line_of(pack, "faults.yaml", "id: Tired"))
    assert problem.hint == "the first is conditions[0].id"
