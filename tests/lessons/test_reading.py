"""What a check shows: hindered, in a case of its own, by the state of its part, or as usual."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.cases import cases_atlas
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.fault_words import Trouble
from vmexplorer.lessons.health import HEALTHY, Health
from vmexplorer.lessons.reading import Reading, command_in, noted, read


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    return cases_atlas(tmp_path)


def shown(atlas: Atlas, check: str, health: Health = HEALTHY, era: str = "e8") -> Reading:
    return read(atlas, atlas.library.check(check), era, health)


def test_a_healthy_host_gives_the_usual_answer(atlas: Atlas) -> None:
    assert shown(atlas, "status") == Reading("status", "$", "agent status", "running", "The agent is there.", False)


def test_the_state_of_the_part_decides(atlas: Atlas) -> None:
    for trouble, output in ((Trouble.STOPPED, "not running"), (Trouble.HUNG, "running")):
        assert shown(atlas, "status", Health({"agent": trouble})).output == output


def test_a_special_condition_decides(atlas: Atlas) -> None:
    assert shown(atlas, "question", Health({}, frozenset({"sleepy"}))).shows == "The agent keeps silent."


def test_an_answer_of_the_era_goes_before_the_usual_one(atlas: Atlas) -> None:
    assert [shown(atlas, "question", era=era).output for era in ("e5", "e8")] == ["yes, sir", "yes"]


def test_the_command_is_written_as_in_its_era(atlas: Atlas) -> None:
    check = atlas.library.check("status")
    assert [command_in(atlas, check, era) for era in ("e5", "e8")] == ["ps agent", "agent status"]


def test_a_hindrance_of_the_place_goes_before_everything(atlas: Atlas) -> None:
    health = Health({"kernel": Trouble.STOPPED, "agent": Trouble.STOPPED})
    reading = shown(atlas, "status", health)
    assert (reading.output, reading.hindered) == ("(dark)", True)


def test_a_hindrance_may_concern_some_commands_in_some_eras(atlas: Atlas) -> None:
    health = Health({"proxy": Trouble.STOPPED})
    assert shown(atlas, "question", health).output == "refused"
    assert shown(atlas, "status", health).output == "running"
    assert shown(atlas, "question", health, "e5").output == "yes, sir"


def test_a_hindrance_keeps_to_its_place(atlas: Atlas) -> None:
    assert shown(atlas, "door", Health({"kernel": Trouble.STOPPED})).output == "open"


def test_the_evidence_of_a_case_goes_before_the_usual_answer(atlas: Atlas) -> None:
    check, case = atlas.library.check("door"), atlas.case("T01")
    reading = read(atlas, check, "e8", Health({"L2": Trouble.CUT}), case)
    assert (reading.output, reading.shows) == ("open, as ever at 08:16:00", "The door is open.")


def test_what_is_noted_is_what_a_reading_shows(atlas: Atlas) -> None:
    for health in (HEALTHY, Health({"agent": Trouble.HUNG}), Health({"kernel": Trouble.STOPPED})):
        for check in atlas.library.checks.values():
            assert noted(atlas, check, "e8", health) == read(atlas, check, "e8", health).shows


def test_log_lines_and_moments_are_written_in_the_form_of_the_era(atlas: Atlas) -> None:
    assert shown(atlas, "log").output == "2026-03-02T08:15:58.500Z In(166) Agent[7]: done"
    assert shown(atlas, "log", era="e5").output == "2026-03-02T08:15:58.500Z info agent [sub=Work] done"
    troubled = shown(atlas, "log", Health({"agent": Trouble.DEGRADED})).output.splitlines()
    assert troubled[0].startswith("2026-03-02T08:15:00.220Z error Agent[7]: cannot go on")
    assert troubled[1] == "(nothing since 08:15:00)"
