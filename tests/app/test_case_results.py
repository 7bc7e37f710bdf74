"""Points of solved cases from one start of the program to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from vmexplorer.app.case_results import load_results, save_results
from vmexplorer.app.kept import Kept

SOME = {"esxi/TS01": 94, "esxi/TS07": 100}


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert load_results(kept) == ({}, "")
    assert save_results(kept, SOME) == ""
    assert load_results(kept) == (SOME, "")


@pytest.mark.parametrize("content", ["[1]", '{"a": "x"}', '{"a": 101}', '{"a": -1}', '{"a": true}', '{"a": 1.5}'])
def test_results_that_cannot_be_are_set_aside(tmp_path: Path, content: str) -> None:
    kept = Kept(tmp_path)
    save_results(kept, SOME)
    (file,) = tmp_path.iterdir()
    written = file.read_text(encoding="utf-8")
    start = written.index("{", 1)
    file.write_text(written[:start] + content + "}", encoding="utf-8")
    results, complaint = load_results(kept)
    assert results == {}
    assert "is damaged" in complaint


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be written" in save_results(Kept(tmp_path / "file"), SOME)
