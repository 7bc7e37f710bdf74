"""An outcome of faults as a page of text and as a record for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.fault_words import LinkState, State
from vmexplorer.cli.page import Page
from vmexplorer.labs.whatif.outcome import Chain, Outcome


def record(outcome: Outcome) -> dict[str, Any]:
    """The outcome as JSON values; every part of the era is listed, well or not."""
    machines = outcome.machines
    return {
        "era": outcome.era,
        "at": outcome.at,
        "faults": [str(fault) for fault in outcome.faults],
        "components": {
            id: {"state": str(one.state), "because": list(one.because), "note": one.note}
            for id, one in outcome.components.items()
        },
        "links": {id: {"state": str(one.state), "because": list(one.because)} for id, one in outcome.links.items()},
        "flows": {id: {"fails_at": one.fails_at, "because": list(one.because)} for id, one in outcome.flows.items()},
        "vms": {"running": machines.running, "because": list(machines.because)},
        "client_shows": outcome.client_shows,
        "logs": [{"file": line.file, "line": line.line} for line in outcome.logs],
        "repair": list(outcome.repair),
        "recovers_alone": dict(outcome.recovers_alone),
    }


def page(atlas: Atlas, outcome: Outcome, width: int) -> Sequence[str]:
    """The outcome in words, the most important first."""
    sheet = Page(width)
    when = "when everything has settled" if outcome.at == outcome.settled else "while it goes on"
    if outcome.at > outcome.settled:
        when = "after everything has settled"
    faults = ", ".join(str(fault) for fault in outcome.faults)
    sheet.text(f"{faults} in {atlas.era(outcome.era).name}, at second {outcome.at:g}, {when}")
    sheet.heading("What the client of vCenter shows")
    sheet.text(outcome.client_shows, "  ", "  ")
    sheet.bullets("What happens", [f"{moment.at:g} s: {moment.text}" for moment in outcome.moments])
    ill = [(id, one) for id, one in outcome.components.items() if one.state is not State.OK]
    sheet.bullets("Components", [f"{id} {one.state}: {one.note} ({_way(one.because)})" for id, one in ill])
    sheet.bullets("Links", _links(outcome))
    sheet.bullets("Flows that fail", _failing(atlas, outcome))
    sheet.bullets("What keeps working", outcome.keeps_working)
    sheet.bullets("What the logs say", [f"{line.file}: {line.line}" for line in outcome.logs])
    sheet.bullets("What repairs it", outcome.repair)
    recovering = outcome.recovers_alone.items()
    sheet.bullets("What recovers by itself", [f"{id} after {after:g} s" for id, after in recovering])
    return sheet.lines


def _links(outcome: Outcome) -> Iterable[str]:
    """The links that are not well, those with the same cause together."""
    alike: dict[tuple[str, Chain], list[str]] = {}
    for id, one in outcome.links.items():
        if one.state is not LinkState.OK:
            alike.setdefault((one.state, one.because[:-1]), []).append(id)
    for (state, chain), ids in alike.items():
        yield f"{', '.join(ids)} {state}{f' ({_way(chain)})' if chain else ''}"


def _failing(atlas: Atlas, outcome: Outcome) -> Iterable[str]:
    for id, flow in outcome.flows.items():
        name = f"{id} {atlas.flow(id).name}"
        if flow.fails_at is not None:
            yield f"{name}: step {flow.fails_at}. {flow.notes[-1]} ({_way(flow.because)})"
        elif flow.lost:
            steps = ", ".join([str(number) for number in flow.lost])
            yield f"{name}: reaches its end, though step {steps} does not happen. {flow.notes[-1]}"


def _way(chain: Chain) -> str:
    return " → ".join(chain)
