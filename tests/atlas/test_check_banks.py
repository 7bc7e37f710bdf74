"""Files on boot banks that do not hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.banks import write_tiny_banks
from tests.helpers.packs import copy_tiny_pack, edit, only, problems_of

FILE = "banks.yaml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    made = copy_tiny_pack(tmp_path)
    write_tiny_banks(made)
    return made


def test_a_file_that_fits_is_no_problem(pack: Path) -> None:
    assert problems_of(pack) == ()


@pytest.mark.parametrize(
    ("old", "new", "key", "text", "hint"),
    [
        (
            "\n  - id: first-try\n    says: Because of first-try. [gk]\n",
            "\n",
            "reasons",
            "has no sentence for 'first-try'",
            "",
        ),
        (
            "id: first-try",
            "id: firsttry",
            "reasons[11].id",
            "is 'firsttry' and must be one of",
            "nearest is 'first-try'",
        ),
        (
            "Because of first-try.",
            "Because of {partiton}.",
            "reasons[11].says",
            "names the value 'partiton', which is not known here",
            "the nearest is 'partition'",
        ),
        ("Because of none.", "Because of {x}.", "reasons[23].says", "names the value 'x'", "it may name none"),
        ("Because of none.", "Because { of none.", "reasons[23].says", "has a brace without a partner", "write"),
        ("Because of none. [gk]", "Because of none. [v:S9]", "reasons[23].says", "cites the source 'S9'", ""),
        ("Boot in {seconds}", "Boot in {second}", "screen.countdown", "names the value 'second'", "'seconds'"),
        ("on in {seconds}", "on in {}", "screen.resume_countdown", "names the value ''", "it may name seconds"),
        ("They are options. [gk]", "They are options. [v:S9]", "screen.options_note", "cites the source 'S9'", ""),
        ("Because of none. [gk]", "Because of none.", "reasons[23].says", "has no evidence mark at its end", ""),
        (
            "since: 8.0 [v:S1]",
            "since: 5.0 [v:S1]",
            "loaders[1].since",
            "is 5.0, which is not after 5.0",
            "oldest first",
        ),
        ("most: 3", "most: 0", "loaders[1].most", "is 0 and must lie between 1 and 9", ""),
        (
            "name: Disk of 1 GB\n    eras: e5..",
            "name: Disk of 1 GB\n    eras: e8..",
            "layouts",
            "has nothing for ESXi 5",
            "",
        ),
        ("name: Store\n    eras: e5..", "name: Store\n    eras: ..e5", "stores", "has nothing for ESXi 8.0", "widen"),
        (
            "name: Store\n    eras: e5..",
            "name: Store\n    eras: e5..e88",
            "stores[0].eras",
            "names the era 'e88'",
            "e8",
        ),
        ("size: 100", "size: 1024", "layouts[0].areas", "take 1024 MB, more than the medium's 1024", ""),
        ("size: 100,", "size: 0,", "layouts[0].areas[0].size", "must be more than 0", ""),
        ("size: 100, ", "", "layouts[0].areas[1].size", "is missing, and so is that of another area", ""),
        ("medium: 1024", "medium: -1", "layouts[0].medium", "must be more than 0", ""),
        (
            "partition: 5, component: kernel",
            "partition: 5, component: kernal",
            "layouts[0].areas[0].component",
            "kernal",
            "",
        ),
        (
            "loader: new",
            "loader: newer",
            "presets[0].loader",
            "names the loader 'newer', which does not exist",
            "'new'",
        ),
        ("[stage B, reboot, complete]", "[stage B, rebot]", "presets[0].events[1]", "'rebot' is no event", ""),
        ("{partition: 6, image: B", "{partition: 5, image: B", "presets[1].banks[1].partition", "stands twice", ""),
        (
            "{partition: 6, image: B, updated: 2",
            "{partition: 6, updated: -2",
            "presets[1].banks[1].updated",
            "less",
            "",
        ),
        ("runs: 5", "runs: 7", "presets[1].runs", "is 7, which is the partition of none of its banks", ""),
        ("init: agent", "init: agnet", "parts.init", "names the component 'agnet', which does not exist", "'agent'"),
        ("flow: F01}", "flow: F09}", "paths[0].flow", "names the flow 'F09', which does not exist", ""),
        (
            "flow: F01}",
            "flow: F01, branch: lost}",
            "paths[0].branch",
            "names the branch 'lost', which 'F01' does not",
            "",
        ),
        ("id: P2", "id: p1", "presets[1].id", "is 'p1', which another preset has already", ""),
    ],
)
def test_what_does_not_fit_is_named(pack: Path, old: str, new: str, key: str, text: str, hint: str) -> None:
    edit(pack, FILE, old, new)
    found = [problem for problem in problems_of(pack) if problem.key == key]
    problem = only(found)
    assert problem.file == FILE
    assert problem.line is not None
    assert text in problem.text
    assert hint in problem.hint


def test_a_pack_needs_no_banks(tmp_path: Path) -> None:
    assert problems_of(copy_tiny_pack(tmp_path)) == ()
