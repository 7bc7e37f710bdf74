"""The format of the pack and the form of summaries."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import copy_tiny_pack, edit, line_of, only, problems_of


@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("pack.yaml", "in two eras, for tests."),
        ("components/proxy.yaml", "the door of the host."),
        ("flows/F01.yaml", "to do something."),
        ("views/all.yaml", "All four components."),
    ],
)
def test_summary_ends_with_a_full_stop(tmp_path: Path, file: str, old: str) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, file, old, old.removesuffix("."))
    problem = only(problems_of(pack))
    assert (problem.file, problem.line, problem.key) == (file, line_of(pack, file, "summary:"), "summary")
    assert problem.text == "does not end with a full stop"


@pytest.mark.parametrize("number", [0, 2])
def test_unknown_format(tmp_path: Path, number: int) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "pack.yaml", "format: 1", f"format: {number}")
    problem = only(problems_of(pack))
    assert (problem.file, problem.line, problem.key) == ("pack.yaml", 1, "format")
    assert problem.text == f"is {number}, which this version of vmexplorer cannot read"
    assert problem.hint == "the format it reads is 1"
