"""Progress from one start of the program to the next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from vmexplorer.app.kept import Kept
from vmexplorer.app.quiz_progress import keep_answer, load_progress, save_progress
from vmexplorer.lessons.quiz.marking import Verdict
from vmexplorer.lessons.quiz.progress import Progress

TODAY = date(2026, 3, 2)
SOME = Progress().after("Q01", Verdict.RIGHT, TODAY)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def test_the_first_start_knows_nothing(kept: Kept) -> None:
    assert load_progress(kept) == (Progress(), "")


def test_what_was_kept_comes_back(kept: Kept) -> None:
    assert save_progress(kept, SOME) == ""
    assert load_progress(kept) == (SOME, "")


@pytest.mark.parametrize("content", ["", "{", '{"document": "quiz-progress", "version": 1, "content": [1]}'])
def test_a_damaged_file_is_set_aside_and_said(kept: Kept, tmp_path: Path, content: str) -> None:
    (tmp_path / "quiz-progress.json").write_text(content, encoding="utf-8")
    progress, complaint = load_progress(kept)
    assert progress == Progress()
    assert "is damaged" in complaint
    assert [file.name for file in tmp_path.iterdir()] == ["quiz-progress.aside-1.json"]
    assert save_progress(kept, SOME) == ""
    assert load_progress(kept) == (SOME, "")


def test_two_programs_forget_nothing_of_each_other(kept: Kept, tmp_path: Path) -> None:
    one, other = load_progress(kept)[0], load_progress(Kept(tmp_path))[0]
    one, _ = keep_answer(kept, one, "Q01", Verdict.RIGHT, TODAY)
    other, _ = keep_answer(Kept(tmp_path), other, "Q02", Verdict.WRONG, TODAY)
    one, _ = keep_answer(kept, one, "Q03", Verdict.RIGHT, TODAY)
    assert sorted(load_progress(kept)[0].cards) == ["Q01", "Q02", "Q03"]
    assert one == load_progress(kept)[0]


def test_a_file_that_is_damaged_meanwhile_is_written_anew(kept: Kept, tmp_path: Path) -> None:
    progress, _ = keep_answer(kept, Progress(), "Q01", Verdict.RIGHT, TODAY)
    (tmp_path / "quiz-progress.json").write_text("{", encoding="utf-8")
    progress, complaint = keep_answer(kept, progress, "Q02", Verdict.RIGHT, TODAY)
    assert "is damaged" in complaint
    assert load_progress(kept) == (progress, "")
    assert sorted(progress.cards) == ["Q01", "Q02"]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be written" in save_progress(Kept(tmp_path / "file"), SOME)


def test_without_a_folder_nothing_is_kept() -> None:
    assert save_progress(Kept(None), SOME) == ""
    assert load_progress(Kept(None)) == (Progress(), "")
