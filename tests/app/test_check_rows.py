"""What the lists of the troubleshooting lab offer."""

from __future__ import annotations

from vmexplorer.app.case_lab import CaseLab
from vmexplorer.app.check_rows import KINDS, CheckRow, check_groups, part_choices
from vmexplorer.app.inquiry import Inquiry
from vmexplorer.lessons.breaking import FaultKind


def test_checks_by_place_as_they_are_called_in_the_era(inquiry: Inquiry) -> None:
    shell, desk = check_groups(inquiry)
    assert (shell.name, shell.how, len(shell.checks)) == ("Shell", "At the keyboard.", 3)
    assert desk.checks == (
        CheckRow("door", "Is the door open?", "knock", "It tries the door.", "L2 L2 Client → proxy"),
    )


def test_an_older_era_has_its_own_commands(case_lab: CaseLab) -> None:
    (shell,) = check_groups(case_lab.break_it("e5", 1))
    assert shell.checks[0].command == "ps agent"


def test_every_part_of_the_era_can_be_guessed(case_lab: CaseLab) -> None:
    choices = dict(part_choices(case_lab.break_it("e8", 1)))
    assert set(choices) == {"agent", "client", "kernel", "proxy", "L2", "L3"}
    assert choices["agent"] == "agent"
    assert {kind for kind, _ in KINDS} == set(FaultKind)
