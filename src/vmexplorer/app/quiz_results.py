"""Saves what a class has answered as a table beside what else the program keeps for its user."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from vmexplorer.app.user_folders import data_folder
from vmexplorer.app.whole_file import write_whole
from vmexplorer.lessons.quiz.classroom import Classroom
from vmexplorer.lessons.quiz.results import as_csv


def results_folder() -> Path | None:
    """Where results are saved; it need not exist. None when the system names no such place."""
    folder = data_folder()
    return folder / "quiz-results" if folder else None


def save_results(folder: Path | None, classroom: Classroom, now: datetime, separator: str = ",") -> str:
    """Writes the results into a new file and returns one sentence that says where it is, or why there is none.

    Args:
        folder: made when missing; None: there is no place for files.
        classroom: a class at any stage.
        now: when it was; the file is named after it.
        separator: stands between the cells of the table.
    """
    if folder is None:
        return "The results cannot be saved: the system names no folder for them."
    name = f"class-{now:%Y-%m-%d-%H%M%S}"
    file = folder / f"{name}.csv"
    for number in range(2, 100):
        if not file.exists():
            break
        file = folder / f"{name}-{number}.csv"
    try:
        write_whole(file, as_csv(classroom, separator).encode())
    except OSError as error:
        return f"{file} cannot be written: {error.strerror or error}."
    return f"The results are in {file}."
