"""Keeps what somebody has learnt in the quiz from one start of the program to the next."""

from __future__ import annotations

from datetime import date
from typing import Any

from vmexplorer.app.kept import Kept
from vmexplorer.lessons.quiz.marking import Verdict
from vmexplorer.lessons.quiz.progress import Progress, read_progress

_NAME = "quiz-progress"
_VERSION = 1


def load_progress(kept: Kept) -> tuple[Progress, str]:
    """The progress as it was last kept, and one sentence on what was wrong with the file, or "".

    A damaged file is set aside and the progress begins anew.
    """
    progress, complaint = kept.read_as(_NAME, _VERSION, _progress)
    return progress or Progress(), complaint


def _progress(content: Any) -> Progress:
    """Raises ValueError when the content is anything else."""
    progress = read_progress(content)
    if progress is None:
        raise ValueError("no progress")
    return progress


def save_progress(kept: Kept, progress: Progress) -> str:
    """Keeps the progress; returns "" or one sentence on why it could not."""
    return kept.write(_NAME, _VERSION, progress.record())


def keep_answer(kept: Kept, progress: Progress, question: str, verdict: Verdict, today: date) -> tuple[Progress, str]:
    """The progress after one more answer, which is kept; and "" or one sentence on what went wrong.

    What another program has kept since then is taken in, so that neither forgets what the other learnt.
    """
    known, damaged = load_progress(kept)
    progress = progress.with_others(known).after(question, verdict, today)
    return progress, save_progress(kept, progress) or damaged
