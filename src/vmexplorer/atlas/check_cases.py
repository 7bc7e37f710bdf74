"""Checks that every troubleshooting case can be told, looked into and solved in its era."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.case import Case, Hypothesis, Repair
from vmexplorer.atlas.check_checks import check_output, check_part
from vmexplorer.atlas.check_eras import era_names
from vmexplorer.atlas.fault_words import Verb
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.flow import Flow
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import CASES
from vmexplorer.atlas.walk import file_of


def check_cases(pack: Pack, atlas: Atlas, findings: Findings) -> None:
    """Notes what a case names that its era does not have, and choices among which nothing is right or wrong."""
    for case in pack.cases:
        file = file_of(CASES.place, case.id)
        _check_choices(file, "hypotheses", case.hypotheses, findings)
        _check_choices(file, "repairs", case.repairs, findings)
        for number, repair in enumerate(case.repairs):
            if repair.right and repair.for_a_while:
                findings.add(file, f"repairs[{number}].for_a_while", "is true, yet the repair is right")
        for number, fault in enumerate(case.faults):
            _check_fault(file, f"faults[{number}]", fault, atlas, findings)
        if case.era in atlas.era_ids:
            _check_looks(file, case, atlas, findings)
            _check_lights(file, case, atlas, findings)
            _check_flow(file, case, atlas, findings)


def _check_choices(file: str, key: str, choices: Sequence[Hypothesis | Repair], findings: Findings) -> None:
    seen: dict[str, int] = {}
    for number, choice in enumerate(choices):
        first = seen.setdefault(choice.id.casefold(), number)
        if first != number:
            text = f"is {quoted(choice.id)}, which another entry has already"
            findings.add(file, f"{key}[{number}].id", text, f"the first is {key}[{first}].id")
    if not any(choice.right for choice in choices):
        findings.add(file, key, "have none that is right", "mark one with `right: true`")
    if all(choice.right for choice in choices):
        findings.add(file, key, "have none that is wrong", "add a tempting one")


def _check_fault(file: str, key: str, fault: str, atlas: Atlas, findings: Findings) -> None:
    """Notes verbs and targets that do not exist; ports and steps are for the simulator to look at."""
    verb, _, target = fault.partition(" ")
    if verb not in [str(known) for known in Verb]:
        text = f"begins with {quoted(verb)} and must begin with one of: {', '.join(Verb)}"
        findings.add(file, key, text, findings.suggest(verb, [str(known) for known in Verb]))
        return
    known: dict[str, Iterable[str]] = {
        "link": atlas.links if verb == Verb.CUT else (),
        "condition": [one.id for one in atlas.faults.conditions] if verb == Verb.CONDITION else (),
        "component": atlas.components if verb in (Verb.STOP, Verb.HANG, Verb.KILL, Verb.RESTART) else (),
    }
    for what, ids in known.items():
        names = list(ids)
        if names and target not in names:
            findings.add(
                file, key, f"names the {what} {quoted(target)}, which does not exist", findings.suggest(target, names)
            )


def _check_looks(file: str, case: Case, atlas: Atlas, findings: Findings) -> None:
    named = [(f"path[{number}]", id) for number, id in enumerate(case.path)]
    shown = [(f"evidence[{number}].check", one.check) for number, one in enumerate(case.evidence)]
    for group in (named, shown):
        seen: set[str] = set()
        for key, id in group:
            if id in seen:
                findings.add(file, key, f"is {quoted(id)}, which stands in the list already")
            seen.add(id)
    for key, id in (*named, *shown):
        check = atlas.library.checks.get(id)
        if check is not None and case.era not in atlas.eras_of_check(check):
            text = f"is {quoted(id)}, which cannot be made in {era_names(atlas, [case.era])}"
            findings.add(file, key, text)
    for number, one in enumerate(case.evidence):
        check_output(file, f"evidence[{number}].output", one.output, [case.era], atlas, findings)


def _check_lights(file: str, case: Case, atlas: Atlas, findings: Findings) -> None:
    for number, lit in enumerate(case.lights):
        key = f"lights[{number}].part"
        if check_part(file, key, lit.part, atlas, findings) and not atlas.exists(lit.part, case.era):
            findings.add(file, key, f"is {quoted(lit.part)}, which {era_names(atlas, [case.era])} does not have")


def _check_flow(file: str, case: Case, atlas: Atlas, findings: Findings) -> None:
    flow = atlas.flows.get(case.flow)
    if flow is None:
        return
    if not atlas.exists(flow.id, case.era):
        findings.add(file, "flow", f"is {quoted(flow.id)}, which {era_names(atlas, [case.era])} does not have")
    elif case.branch:
        _check_branch(file, case, flow, atlas, findings)


def _check_branch(file: str, case: Case, flow: Flow, atlas: Atlas, findings: Findings) -> None:
    offered = {branch.id: None for branch in atlas.branches_in(flow, case.era)}
    if case.branch not in offered:
        text = f"is {quoted(case.branch)}, which {quoted(flow.id)} does not have in {era_names(atlas, [case.era])}"
        findings.add(file, "branch", text, findings.suggest(case.branch, offered))
