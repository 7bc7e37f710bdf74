"""Runs commands inside the test's own process."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from vmexplorer.cli.main import main


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    error: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Runs a command line, given as words."""

    def run_words(*words: object) -> Outcome:
        code = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run_words
