"""Several faults at once, at random: the outcome is a function of faults and time, whatever their order."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.fault_words import State, Verb
from vmexplorer.labs.whatif.course import course_of
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.own import ON_COMPONENTS
from vmexplorer.labs.whatif.simulate import simulate

ERAS = st.sampled_from(shipped_atlas().era_ids)
SECONDS = st.sampled_from([0.0, 3.0, 30.0, 60.0, 100.0, 300.5])


@st.composite
def situations(draw: st.DrawFn) -> tuple[str, tuple[Fault, ...]]:
    """An era and up to five faults of it, no two of which hit the same part in the same second."""
    atlas, era = shipped_atlas(), draw(ERAS)
    components = [id for id in atlas.components if atlas.exists(id, era)]
    links = [id for id in atlas.links if atlas.exists(id, era)]
    conditions = [one.id for one in atlas.faults.conditions if era in atlas.eras_of(one)]
    targets = {verb: st.sampled_from(components) for verb in ON_COMPONENTS}
    targets |= {Verb.CUT: st.sampled_from(links), Verb.CONDITION: st.sampled_from(conditions)}
    targets[Verb.BLOCK] = st.sampled_from(["443", "UDP 902", "TCP 902", "loopback TCP 8089" if era > "e4" else "443"])
    verbs = draw(st.lists(st.sampled_from(sorted(targets)), min_size=1, max_size=5))
    made = [Fault(verb, draw(targets[verb]), draw(SECONDS)) for verb in verbs]
    return era, tuple({(fault.target, fault.at): fault for fault in made}.values())


@settings(max_examples=60)
@given(situation=situations(), at=st.sampled_from([None, 0.0, 10.0, 59.0, 61.0, 130.0, 2000.0]), data=st.data())
def test_order_of_faults_does_not_matter(
    situation: tuple[str, tuple[Fault, ...]], at: float | None, data: st.DataObject
) -> None:
    era, faults = situation
    other = data.draw(st.permutations(faults))
    first, second = (simulate(shipped_atlas(), era, order, at) for order in (faults, other))
    assert {id: one.state for id, one in first.components.items()} == {
        id: one.state for id, one in second.components.items()
    }
    assert {id: one.fails_at for id, one in first.flows.items()} == {
        id: one.fails_at for id, one in second.flows.items()
    }
    assert (first.at, first.machines.running) == (second.at, second.machines.running)


@settings(max_examples=60)
@example(situation=("e8", (Fault(Verb.BLOCK, "443"), Fault(Verb.CONDITION, "envoy-connections-full"))))
@given(situation=situations())
def test_every_chain_begins_with_a_part_that_a_fault_hits(situation: tuple[str, tuple[Fault, ...]]) -> None:
    era, faults = situation
    outcome = simulate(shipped_atlas(), era, faults)
    # A link that a fault blocks and another closes shows only the graver of the two, but is hit by both.
    hit = {spell.chain[-1] for spell in course_of(shipped_atlas(), era, outcome.faults).all_spells() if spell.own}
    conditions = {one.id: one.component or one.link for one in shipped_atlas().faults.conditions}
    hit |= {fault.target for fault in faults} | {conditions.get(fault.target) for fault in faults}
    for id, one in (*outcome.components.items(), *outcome.links.items()):
        assert not one.because or (one.because[0] in hit and one.because[-1] == id)
    running = outcome.components["virtual-machine"].state not in (State.HUNG, State.STOPPED)
    assert outcome.machines.running == running


@settings(max_examples=40)
@given(situation=situations(), seconds=st.lists(st.floats(0, 3000), min_size=2, max_size=4))
def test_more_time_never_takes_back_a_log_line(situation: tuple[str, tuple[Fault, ...]], seconds: list[float]) -> None:
    era, faults = situation
    outcomes = [simulate(shipped_atlas(), era, faults, at) for at in sorted(seconds)]
    for before, after in pairwise(outcomes):
        assert set(before.logs) <= set(after.logs)
        assert before.moments == after.moments
        assert before.recovers_alone == after.recovers_alone
