"""Every single fault of every era: each is explained in words of its own, and VMs stop only where that is known."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.component import VmEffect
from vmexplorer.atlas.fault_words import LinkState, State, Verb
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.outcome import Outcome
from vmexplorer.labs.whatif.own import ON_COMPONENTS
from vmexplorer.labs.whatif.simulate import simulate

ERAS = shipped_atlas().era_ids
# Links that carry what a running VM lives on: disk I/O, processor time, instructions, all devices.
LIFELINES = {"L22", "L23", "L63", "L74"}


def single_faults(era: str) -> Iterator[Fault]:
    """Stop, hang, kill and restart of every component, cut of every link, block of every port, every condition."""
    atlas = shipped_atlas()
    for component in atlas.components:
        if atlas.exists(component, era):
            yield from (Fault(verb, component) for verb in ON_COMPONENTS)
    links = [link for link in atlas.links.values() if atlas.exists(link.id, era)]
    yield from (Fault(Verb.CUT, link.id) for link in links)
    yield from (Fault(Verb.BLOCK, port) for port in dict.fromkeys(str(port) for link in links for port in link.ports))
    for condition in atlas.faults.conditions:
        if era in atlas.eras_of(condition):
            yield Fault(Verb.CONDITION, condition.id)


@cache
def outcomes(era: str) -> dict[Fault, Outcome]:
    """What follows from each of them: at once for what comes back by itself, else when all has settled."""
    passing = (Verb.RESTART, Verb.KILL)
    return {
        fault: simulate(shipped_atlas(), era, [fault], 0.0) if fault.verb in passing else settled(era, fault)
        for fault in single_faults(era)
    }


@cache
def settled(era: str, fault: Fault) -> Outcome:
    """What follows from a fault when all has settled."""
    return simulate(shipped_atlas(), era, [fault])


def harmful(component: str) -> bool:
    """Whether the pack says that VMs stop or freeze when a component stops, or the component is the VM."""
    stopped = shipped_atlas().component(component).if_stopped
    if stopped is None:
        return component == "virtual-machine"
    return stopped.vms not in (VmEffect.KEEP_RUNNING, VmEffect.NOT_CONCERNED)


@pytest.mark.parametrize("era", ERAS)
def test_vms_stop_only_where_the_pack_says_so(era: str) -> None:
    atlas = shipped_atlas()
    stopping = {fault for fault, outcome in outcomes(era).items() if not outcome.machines.running}
    stopped = {fault.target for fault in stopping if fault.verb is Verb.STOP}
    assert stopped == {id for id in atlas.components if atlas.exists(id, era) and harmful(id)}
    assert {fault.target for fault in stopping if fault.verb in ON_COMPONENTS} == stopped
    assert {fault.target for fault in stopping if fault.verb is Verb.CUT} == LIFELINES
    assert {fault.target for fault in stopping if fault.verb is Verb.BLOCK} == {"TCP 2049", "TCP 3260"}
    assert {fault.target for fault in stopping if fault.verb is Verb.CONDITION} == {"storage-paths-dead"}


@pytest.mark.parametrize("era", ERAS)
def test_every_fault_is_explained(era: str) -> None:
    explained: dict[str, Fault] = {}
    for fault, outcome in outcomes(era).items():
        assert all([outcome.client_shows, outcome.repair, outcome.keeps_working]), fault
        assert settled(era, fault).logs, fault
        notes = [one.note for one in (*outcome.components.values(), *outcome.links.values()) if one.note]
        assert notes, fault
        text = " ".join([outcome.moments[0].text, *notes])
        first = explained.setdefault(text, fault)
        assert first is fault, f"{fault} is explained like {first}"


@pytest.mark.parametrize("era", ERAS)
def test_every_chain_can_be_followed_on_the_map(era: str) -> None:
    atlas = shipped_atlas()
    for fault, outcome in outcomes(era).items():
        ill = {id: one for id, one in outcome.components.items() if one.state is not State.OK}
        down = {id: one for id, one in outcome.links.items() if one.state is not LinkState.OK}
        for id, one in (*ill.items(), *down.items()):
            assert one.because[-1] == id, fault
            assert len(set(one.because)) == len(one.because), (fault, one.because)
            assert all(atlas.exists(part, era) for part in one.because), (fault, one.because)
            assert one.own == (len(one.because) == 1), (fault, one.because)
            pairs = zip(one.because, one.because[1:], strict=False)
            assert not any(a in atlas.links and b in atlas.links for a, b in pairs), (fault, one.because)
        well = [one for id, one in outcome.components.items() if id not in ill]
        assert all(one.because == () and one.note == "" for one in well)


@pytest.mark.parametrize("era", ERAS)
def test_flows_name_a_step_and_a_cause(era: str) -> None:
    atlas = shipped_atlas()
    for fault, outcome in outcomes(era).items():
        for id, flow in outcome.flows.items():
            count = len(atlas.steps_in(atlas.flow(id), era))
            assert flow.fails_at is None or (1 <= flow.fails_at <= count and flow.because), (fault, id)
            assert len(flow.lost) == len(flow.notes)
            assert (flow.because == ()) == (flow.fails_at is None)


@pytest.mark.parametrize("era", ERAS)
def test_what_is_killed_or_restarted_recovers_or_says_how_to_be_repaired(era: str) -> None:
    for fault, outcome in outcomes(era).items():
        if fault.verb in (Verb.KILL, Verb.RESTART):
            after = settled(era, fault)
            back = after.components[fault.target].state is State.OK
            assert back == (fault.target in after.recovers_alone), fault
            assert back or after.repair, fault
            assert back or fault.verb is Verb.KILL, fault
            assert outcome.components[fault.target].state is State.STOPPED, fault


@pytest.mark.parametrize("era", ERAS)
def test_every_lost_message_is_explained(era: str) -> None:
    atlas = shipped_atlas()
    flows = {id: atlas.steps_in(flow, era) for id, flow in atlas.flows.items()}
    for id, steps in flows.items():
        said = set()
        for number in range(1, len(steps) + 1):
            outcome = simulate(atlas, era, [Fault(Verb.DROP, f"{id}/{number}")])
            assert outcome.flows[id].lost == (number,)
            assert outcome.flows[id].because
            assert {other for other, flow in outcome.flows.items() if flow.lost} == {id}
            assert all([outcome.logs, outcome.repair, outcome.machines.running])
            said.add(outcome.client_shows)
        assert len(said) == len({(step.source, step.target, step.message) for step in steps})


def test_log_lines_have_the_form_of_their_era() -> None:
    forms = {"e3": "[2008-03-03 10:", "e5": "2013-06-10T09:", "e8": "2026-03-02T08:"}
    for era, begin in forms.items():
        lines = [line for outcome in outcomes(era).values() for line in outcome.logs if line.file.endswith("vpxd.log")]
        lines = [line for line in lines if not line.line.startswith("(")]
        assert lines
        assert all(line.line.startswith(begin) for line in lines), era


def test_no_log_line_has_an_open_placeholder() -> None:
    for era in ERAS:
        for outcome in outcomes(era).values():
            assert not any("{time}" in line.line or "{text}" in line.line for line in outcome.logs)
