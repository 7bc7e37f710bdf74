"""``banks`` plays the two boot banks."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK

Run = Callable[..., Outcome]


def played(run: Run, events: str, *more: str) -> list[dict[str, Any]]:
    code, out, error = run("banks", "--run", events, "--json", *more)
    assert (code, error) == (0, "")
    records: list[dict[str, Any]] = json.loads(out)
    return records


def banks(record: dict[str, Any]) -> list[tuple[int, str | None, int, int]]:
    return [(bank["partition"], bank["image"], bank["updated"], bank["bootstate"]) for bank in record["banks"]]


def test_json_has_a_record_for_each_event(run: Run) -> None:
    records = played(run, "stage B; reboot; crash; power-cycle")
    assert [record["event"] for record in records] == ["fresh host", "stage B", "reboot", "crash", "power-cycle"]
    assert [(record["booted"], record["running"]) for record in records] == [
        (5, True),
        (5, True),
        (6, False),
        (6, False),
        (5, False),
    ]
    assert [record["loader_wrote"] for record in records] == [
        [],
        [],
        [{"partition": 6, "from": 1, "to": 2}],
        [],
        [{"partition": 6, "from": 2, "to": 3}],
    ]
    assert banks(records[0]) == [(5, "A", 1, 0), (6, None, 0, 3)]
    assert banks(records[-1]) == [(5, "A", 1, 0), (6, "B", 2, 3)]
    assert not any(record["rollback"] for record in records)
    assert all(record["why"] and all(isinstance(line, str) for line in record["why"]) for record in records)


def test_a_broken_image_is_no_image(run: Run) -> None:
    records = played(run, "stage-broken B; reboot; complete")
    assert banks(records[1]) == [(5, "A", 1, 0), (6, None, 2, 1)]
    assert records[2]["loader_wrote"] == [{"partition": 6, "from": 1, "to": 3}]
    assert [record["rollback"] for record in records] == [False, False, True, False]
    assert (records[3]["booted"], records[3]["running"]) == (5, True)


def test_shift_r_asks_only_with_two_valid_banks(run: Run) -> None:
    asked = played(run, "stage B; reboot; complete; shift-r yes")[-1]
    assert (asked["booted"], asked["rollback"]) == (5, True)
    assert asked["loader_wrote"] == [{"partition": 6, "from": 0, "to": 3}]
    for answer in ("yes", "no"):
        unasked = played(run, f"stage B; shift-r {answer}")[-1]
        assert (unasked["booted"], unasked["rollback"]) == (5, False)
        assert banks(unasked) == [(5, "A", 1, 0), (6, "B", 2, 3)]
        assert any(line.startswith("No question is asked") for line in unasked["why"])


def test_names_of_images_may_have_several_words(run: Run) -> None:
    records = played(run, " STAGE 8.0  U2 ;; Reboot ; ")
    assert [record["event"] for record in records] == ["fresh host", "stage 8.0 U2", "reboot"]


def test_without_events_there_is_the_fresh_host(run: Run) -> None:
    assert [record["event"] for record in played(run, "")] == ["fresh host"]


def test_the_era_chooses_the_loader(run: Run) -> None:
    assert "partitions 5 and 6" in played(run, "reboot", "--era", "6.7")[-1]["why"][0]
    assert "at most 2 banks" in played(run, "reboot", "--era", "6.7 U2")[-1]["why"][0]
    assert "at most 3 banks" in played(run, "reboot")[-1]["why"][0]


def test_text_for_people(run: Run) -> None:
    code, out, error = run("banks", "--run", "stage B; reboot", "--era", "e8")
    assert (code, error) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "Boot loader of 7.0 and later"
    assert [line for line in lines if line.endswith(("host", "stage B", "reboot"))] == [
        "fresh host",
        "1. stage B",
        "2. reboot",
    ]
    assert " * partition 6  B             updated=2  bootstate=2 DIRTY" in lines
    assert lines[-1] == "  Host: starting, booted from partition 6 (*)"


def test_a_story_is_played_from_its_beginning(run: Run) -> None:
    records = json.loads(run("banks", "--story", "t11", "--json").out)
    assert [(record["event"], record["booted"]) for record in records] == [
        ("the banks at first", None),
        ("power-cycle", None),
    ]
    out = run("banks", "--story", "quick-boot", "--era", "6.7 U3").out
    assert "Boot loader of 6.7 U2 and U3" in out
    assert "Host: running, booted from partition 6 (*)" in out
    assert "Host: running, booted from partition 5 (*)" in run("banks", "--story", "quick-boot").out
    assert "no hypervisor found" in run("banks", "--story", "T11").out


def test_stories_are_listed(run: Run) -> None:
    stories = json.loads(run("banks", "--json").out)
    assert [story["id"] for story in stories][:12] == [f"T{number}" for number in range(1, 13)]
    assert stories[5]["events"] == "stage B; reboot; crash; power-cycle; complete"
    lines = run("banks").out.splitlines()
    assert lines[0].split() == ["STORY", "NAME", "EVENTS"]
    assert len(lines) == len(stories) + 1


@pytest.mark.parametrize("json_too", [[], ["--json"]])
@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (
            ["--run", "stage B; complete"],
            1,
            "event 2, 'complete' cannot happen: the start is complete, and what happens after it changes neither bank",
        ),
        (
            ["--run", "stage B; reboot; stage C"],
            1,
            "event 3, 'stage C' cannot happen: the start is still under way, and only a running host can write",
        ),
        (["--run", "stage B; rebot"], 2, "'rebot' is no event; the nearest is 'reboot'"),
        (["--run", "stage"], 2, "'stage' names no image; write stage B"),
        (["--run", "reboot", "--story", "T1"], 2, "--run and --story exclude each other; choose events of your own"),
        (["--story", "T88"], 2, "there is no story 'T88'; the nearest is 'T8'"),
        (["--run", "reboot", "--era", "e88"], 2, "there is no era 'e88'; the nearest is 'e8'"),
        (["--run", "reboot", "--pack", str(TINY_PACK)], 1, "the pack 'Tiny Pack' tells nothing of boot banks"),
    ],
)
def test_what_cannot_be_gives_one_line(
    run: Run, words: list[str], json_too: list[str], code: int, expected: str
) -> None:
    done = run("banks", *words, *json_too)
    assert (done.code, done.out) == (code, "")
    assert done.error.startswith(f"vmexplorer: {expected}")
    assert done.error.count("\n") == 1
