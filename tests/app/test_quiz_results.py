"""Results of a class lie in a file of their own, whatever the folder does."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

from tests.helpers.questions import choice
from vmexplorer.app.quiz_results import results_folder, save_results
from vmexplorer.lessons.quiz.asked import Asked
from vmexplorer.lessons.quiz.classroom import Classroom

NOW = datetime(2026, 3, 2, 9, 30, 5)
CLASS = Classroom.of([Asked(choice("ä", "b"), (0, 1))]).set_hands(0, 3)


def test_the_table_is_utf_8_with_a_line_of_heads(tmp_path: Path) -> None:
    said = save_results(tmp_path / "new", CLASS, NOW)
    file = tmp_path / "new" / "class-2026-03-02-093005.csv"
    assert said == f"The results are in {file}."
    with file.open(encoding="utf-8-sig", newline="") as opened:
        assert [line["answer"] for line in csv.DictReader(opened)] == ["ä", "b"]


def test_spreadsheets_know_the_letters_and_the_cells(tmp_path: Path) -> None:
    save_results(tmp_path, CLASS, NOW, ";")
    written = (tmp_path / "class-2026-03-02-093005.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfnumber;id;topic;question;answer;right;hands;share\r\n")
    assert "ä".encode() in written


def test_an_older_table_stays(tmp_path: Path) -> None:
    save_results(tmp_path, CLASS, NOW)
    save_results(tmp_path, CLASS.set_hands(1, 5), NOW)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "class-2026-03-02-093005-2.csv",
        "class-2026-03-02-093005.csv",
    ]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be written" in save_results(tmp_path / "file" / "folder", CLASS, NOW)
    assert "names no folder" in save_results(None, CLASS, NOW)


def test_they_lie_beside_what_else_is_kept() -> None:
    folder = results_folder()
    assert folder is not None
    assert folder.parts[-2:] == ("vmexplorer", "quiz-results")
