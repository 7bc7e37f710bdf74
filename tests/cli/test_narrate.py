"""``narrate`` tells a flow for reading aloud."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK

Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)


def test_title_and_a_paragraph_for_each_step(run: Run) -> None:
    assert run("narrate", "ask the agent", "--pack", TINY_PACK).out.splitlines() == [
        "Ask the agent, ESXi 8.0",
        "",
        "1. Client asks proxy: POST /sdk. The client asks at the door.",
        "",
        "2. proxy asks agent: forward. The proxy passes the request on.",
        "",
        "3. agent, by itself: do it. The agent does it.",
    ]


def test_era_can_be_chosen(run: Run) -> None:
    lines = run("narrate", "F01", "--era", "5", "--pack", TINY_PACK).out.splitlines()
    assert lines[0] == "Ask the agent, ESXi 5.0"
    assert lines[2].startswith("1. Client asks agent: ")


def test_paragraphs_are_whole_lines_without_a_terminal(run: Run) -> None:
    paragraphs = run("narrate", "F01").out.split("\n\n")
    assert len(paragraphs) == 17
    assert all("\n" not in paragraph.rstrip("\n") for paragraph in paragraphs)
    assert max(len(paragraph) for paragraph in paragraphs) > 100
    assert "`" not in "".join(paragraphs)


@pytest.mark.parametrize(("columns", "widest"), [(200, 88), (60, 60), (5, 20)])
def test_terminal_gets_wrapped_lines(run: Run, monkeypatch: pytest.MonkeyPatch, columns: int, widest: int) -> None:
    whole = run("narrate", "F01").out
    monkeypatch.setenv("COLUMNS", str(columns))
    out = run("narrate", "F01").out
    lengths = [len(line) for line in out.splitlines() if " " in line]
    assert widest - 15 < max(lengths) <= widest
    assert out.split() == whole.split()


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (["F99"], 2, "there is no flow 'F99'"),
        (["F11", "--era", "e3"], 1, "is not offered in ESX Server 3i, ESXi 3.5; the nearest era is ESXi 5.0"),
    ],
)
def test_flow_that_cannot_be_told_gives_one_line(run: Run, words: list[str], code: int, expected: str) -> None:
    outcome = run("narrate", *words)
    assert (outcome.code, outcome.out) == (code, "")
    assert expected in outcome.error
    assert outcome.error.count("\n") == 1
