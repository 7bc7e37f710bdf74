"""Runs commands inside the test's own process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import NamedTuple

import pytest

from vmexplorer.app.request import OpenRequest
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


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[OpenRequest]:
    """The requests that reach the window, which answers each with exit code 3."""
    requests: list[OpenRequest] = []

    def run_window(request: OpenRequest) -> int:
        requests.append(request)
        return 3

    module = ModuleType("vmexplorer.ui.app")
    module.__dict__["run"] = run_window
    monkeypatch.setitem(sys.modules, "vmexplorer.ui.app", module)
    return requests
