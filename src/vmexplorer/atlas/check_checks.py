"""Checks that every check of a pack can be made and answers, whatever is wrong on the host."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_eras import era_names
from vmexplorer.atlas.check_place import Check
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.log_line import header_of, line_of
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import FAULTS, PLACES
from vmexplorer.atlas.walk import file_of
from vmexplorer.atlas.when import When


def check_checks(pack: Pack, atlas: Atlas, findings: Findings) -> None:
    """Notes parts that do not exist, checks without an answer, and log lines that cannot be written."""
    for place in pack.places:
        file = file_of(PLACES.place, place.id)
        for number, hindrance in enumerate(place.hindrances):
            key = f"hindrances[{number}]"
            check_when(file, key, hindrance.when, atlas, findings)
            covered = [era for era in atlas.era_ids if atlas.covers(hindrance.eras, era)]
            check_output(file, f"{key}.output", hindrance.output, covered, atlas, findings)
        for number, check in enumerate(place.checks):
            _check_one(file, f"checks[{number}]", check, atlas, findings)


def check_part(file: str, key: str, id: str, atlas: Atlas, findings: Findings) -> bool:
    """Notes an id that is neither a component nor a link; returns whether it is one."""
    if id in atlas.components or id in atlas.links:
        return True
    hint = findings.suggest(id, [*atlas.components, *atlas.links])
    findings.add(file, key, f"names the part {quoted(id)}, which is neither a component nor a link", hint)
    return False


def check_when(file: str, key: str, when: Sequence[When], atlas: Atlas, findings: Findings) -> None:
    """Notes parts and special conditions that do not exist."""
    conditions = {condition.id: None for condition in atlas.faults.conditions}
    for number, one in enumerate(when):
        if not one.is_condition:
            check_part(file, f"{key}.when[{number}]", one.subject, atlas, findings)
        elif one.subject not in conditions:
            text = f"names the condition {quoted(one.subject)}, which {FAULTS.place} lacks"
            findings.add(file, f"{key}.when[{number}]", text, findings.suggest(one.subject, conditions))


def check_output(file: str, key: str, output: str, eras: Iterable[str], atlas: Atlas, findings: Findings) -> None:
    """Notes log lines that are malformed or whose log has no form in one of the eras."""
    for written in output.splitlines():
        try:
            line = line_of(written)
        except ValueError as error:
            findings.add(file, key, str(error))
            continue
        if line is None:
            continue
        logs = {header.log: None for header in atlas.faults.headers}
        if line.log not in logs:
            text = f"has a line of the log {quoted(line.log)}, of which {FAULTS.place} has no header"
            findings.add(file, key, text, findings.suggest(line.log, logs))
            continue
        bare = [era for era in eras if header_of(atlas, line.log, era) is None]
        if bare:
            text = f"has a line of the log {quoted(line.log)}, which has no header in {era_names(atlas, bare)}"
            findings.add(file, key, text, f"add one to {FAULTS.place} or narrow the eras")


def _check_one(file: str, key: str, check: Check, atlas: Atlas, findings: Findings) -> None:
    if not check_part(file, f"{key}.looks_at", check.looks_at, atlas, findings):
        return
    offered = atlas.eras_of_check(check)
    if not offered:
        findings.add(file, f"{key}.looks_at", f"leaves no era in which {quoted(check.looks_at)} exists")
    plain = [answer for answer in check.answers if not answer.when]
    dumb = [era for era in offered if not any(atlas.covers(answer.eras, era) for answer in plain)]
    if dumb:
        text = f"have none without a condition in {era_names(atlas, dumb)}"
        findings.add(file, f"{key}.answers", text, "add an answer that has no `when`")
    for number, answer in enumerate(check.answers):
        at = f"{key}.answers[{number}]"
        check_when(file, at, answer.when, atlas, findings)
        seen = [era for era in offered if atlas.covers(answer.eras, era)]
        check_output(file, f"{at}.output", answer.output, seen, atlas, findings)
