"""What a check shows: its own answer as the host is, what a case shows in its place, or why it cannot answer."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.case import Case, CaseEvidence
from vmexplorer.atlas.check_place import Check, CheckAnswer, Hindrance
from vmexplorer.lessons.health import Health
from vmexplorer.lessons.log_lines import written_out


class Reading(NamedTuple):
    """One check as it was made; ``hindered`` when something kept it from answering."""

    check: str
    prompt: str
    command: str
    output: str
    shows: str
    hindered: bool


def read(atlas: Atlas, check: Check, era: str, health: Health, case: Case | None = None) -> Reading:
    """Makes a check.

    Args:
        atlas: where its place and the forms of logs are looked up.
        check: one that the era has.
        era: the id of an era.
        health: how the host is doing.
        case: whose special evidence goes before the usual answer; None for none.
    """
    place = atlas.library.place_of(check.id)
    command = command_in(atlas, check, era)
    told, hindered = _told(atlas, check, command, era, health, case)
    output = written_out(atlas, told.output, era)
    return Reading(check.id, place.prompt, command, output, told.shows, hindered)


def noted(atlas: Atlas, check: Check, era: str, health: Health) -> str:
    """What one would note down from a check, without its output."""
    return _told(atlas, check, command_in(atlas, check, era), era, health, None)[0].shows


def command_in(atlas: Atlas, check: Check, era: str) -> str:
    """The command of a check as it is written in an era."""
    return next((other.run for other in check.otherwise if atlas.covers(other.eras, era)), check.run)


def _told(
    atlas: Atlas, check: Check, command: str, era: str, health: Health, case: Case | None
) -> tuple[Hindrance | CaseEvidence | CheckAnswer, bool]:
    """What is shown, and whether something hinders the check."""
    for hindrance in atlas.library.place_of(check.id).hindrances:
        if _holds(atlas, hindrance, command, era, health):
            return hindrance, True
    special = next((one for one in case.evidence if one.check == check.id), None) if case is not None else None
    return special or _answer(atlas, check, era, health), False


def _holds(atlas: Atlas, hindrance: Hindrance, command: str, era: str, health: Health) -> bool:
    meant = not hindrance.begins or command.startswith(hindrance.begins)
    return meant and atlas.covers(hindrance.eras, era) and health.shows(hindrance.when)


def _answer(atlas: Atlas, check: Check, era: str, health: Health) -> CheckAnswer:
    fitting = [answer for answer in check.answers if atlas.covers(answer.eras, era)]
    found = next((answer for answer in fitting if answer.when and health.shows(answer.when)), None)
    return found or next(answer for answer in fitting if not answer.when)
