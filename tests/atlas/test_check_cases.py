"""Cases that cannot be told, looked into or solved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.cases import add_cases
from tests.helpers.packs import copy_tiny_pack, edit, only, problems_of

FILE = "cases/T01.yaml"


@pytest.mark.parametrize(
    ("old", "new", "key", "text", "hint"),
    [
        ("era: e8", "era: e9", "era", "names the era 'e9', which does not exist", "the nearest is"),
        (
            "path: [status,",
            "path: [state,",
            "path[0]",
            "names the check 'state', which does not",
            "nearest is 'status'",
        ),
        ("path: [status, question]", "path: [status, status]", "path[1]", "which stands in the list already", ""),
        ("  - check: door", "  - check: doors", "evidence[0].check", "names the check 'doors'", "nearest is 'door'"),
        ("open, as ever", "@agent x", "evidence[0].output", "has a log line that is not written like", ""),
        ("faults: [hang agent]", "faults: [hand agent]", "faults[0]", "begins with 'hand'", "the nearest is 'hang'"),
        ("faults: [hang agent]", "faults: [hang agnet]", "faults[0]", "names the component 'agnet'", "is 'agent'"),
        ("faults: [hang agent]", "faults: [cut L7]", "faults[0]", "names the link 'L7'", "nearest is 'L"),
        ("faults: [hang agent]", "faults: [condition slepy]", "faults[0]", "names the condition", "is 'sleepy'"),
        ("right: true, why", "right: false, why", "hypotheses", "have none that is right", "right: true"),
        ("{id: gone, says", "{id: hung, says", "hypotheses[1].id", "another entry has already", "hypotheses[0].id"),
        ("right: true, leads_to", "right: false, leads_to", "repairs", "have none that is right", "right: true"),
        ("says: Restart it., right", "says: X., for_a_while: true, right", "repairs[0].for_a_while", "is right", ""),
        ("part: L3", "part: L8", "lights[1].part", "neither a component nor a link", "the nearest is 'L"),
        ("part: L3", "part: L1", "lights[1].part", "is 'L1', which ESXi 8.0 does not have", ""),
        ("flow: F01", "flow: F07", "flow", "names the flow 'F07', which does not exist", "the nearest is 'F01'"),
        ("flow: F01", "flow: F01\nbranch: no", "branch", "is 'no', which 'F01' does not have in ESXi 8.0", ""),
        ("It hangs. [v:S1]", "It hangs. [v:S9]", "lights[0].says", "cites the source 'S9'", ""),
        ("  - Ask it. [gk]", "  - Ask it.", "hints[0]", "has no evidence mark at its end", ""),
        ("light: fault", "light: red", "lights[0].light", "is 'red' and must be one of: fault, affected, good", ""),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, old: str, new: str, key: str, text: str, hint: str) -> None:
    pack = add_cases(copy_tiny_pack(tmp_path))
    edit(pack, FILE, old, new)
    problem = only(problems_of(pack))
    assert (problem.file, problem.key) == (FILE, key)
    assert text in problem.text
    assert hint in problem.hint


def test_a_case_in_which_everything_is_right_is_no_riddle(tmp_path: Path) -> None:
    pack = add_cases(copy_tiny_pack(tmp_path))
    for id in ("knock", "wait"):
        edit(pack, FILE, f"id: {id},", f"id: {id}, right: true,")
    edit(pack, FILE, "for_a_while: true, ", "")
    assert "have none that is wrong" in only(problems_of(pack)).text


def test_a_check_that_the_era_lacks_cannot_be_on_the_path(tmp_path: Path) -> None:
    pack = add_cases(copy_tiny_pack(tmp_path))
    edit(pack, FILE, "era: e8", "era: e5")
    texts = [problem.text for problem in problems_of(pack)]
    assert "is 'door', which cannot be made in ESXi 5.0" in texts
