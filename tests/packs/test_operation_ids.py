"""The operation ids of the shipped flows: each server on the way adds its part, by the rules of its age."""

from __future__ import annotations

import re

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.flow import Step

ATLAS = shipped_atlas()
ERAS = ATLAS.era_ids
WITH_IDS = ERAS[1:]  # 3.5 has none
SINCE_6 = ERAS[3:]
FLOWS = ["F01", "F02"]
SERVERS = {"vpxd", "vpxa", "hostd"}
OWN_WORK = re.compile(r"WFU-[0-9a-f]{8}|HB-host-\d+@\d+-[0-9a-f]{8}")
KERNEL = re.compile(r"[1-9a-f][0-9a-f]{0,7}")  # leading zeros are not printed


def ways(era: str) -> list[tuple[str, tuple[Step, ...]]]:
    """Every way of both flows in an era."""
    flows = [ATLAS.flow(id) for id in FLOWS]
    main = [(flow.id, ATLAS.steps_in(flow, era)) for flow in flows]
    return main + [
        (f"{flow.id} {branch.id}", ATLAS.steps_in(flow, era, branch))
        for flow in flows
        for branch in ATLAS.branches_in(flow, era)
    ]


def suffix_form(step: Step, era: str) -> str:
    """What the receiver of a step may add: rules R-C and R-D."""
    if step.target == "hostd":
        return "[0-9a-f]{4}" if era in SINCE_6 else "[0-9a-f]{1,2}"
    child = "0[1-9]" if step.source == step.target == "vpxd" and era in SINCE_6 else ""
    return child or "[1-9a-f][0-9a-f]?|0"


def fault_in(steps: tuple[Step, ...], era: str) -> str:
    """What breaks the rules along a chain; "" when nothing does."""
    known: list[str] = []
    for number, step in enumerate(steps):
        before = known[-1] if known else ""
        id = step.op_id
        if not id:
            continue
        grows = before and id.startswith(f"{before}-")
        if grows:
            added = id.removeprefix(f"{before}-")
            if step.target not in SERVERS or not re.fullmatch(suffix_form(step, era), added):
                return f"step {number}: {step.target} cannot add {added!r}"
        elif step.target == "vmkernel" and id not in known:
            if era == "e4" or not KERNEL.fullmatch(id):
                return f"step {number}: {id!r} is no number of the kernel"
        elif before and id not in known and not _is_own_work(id, known):
            return f"step {number}: nobody has made {id!r}"
        known.append(id)
    return ""


def _is_own_work(id: str, known: list[str]) -> bool:
    """Whether the id is of a server's own work, with at most one hop, or is such an id on its way back."""
    return any(OWN_WORK.fullmatch(id.removesuffix(hop)) for hop in ("", id[id.rfind("-") :])) or any(
        OWN_WORK.fullmatch(id) and other.startswith(f"{id}-") for other in known
    )


@pytest.mark.parametrize("era", WITH_IDS)
def test_ids_grow_by_the_rules(era: str) -> None:
    assert {name: fault_in(steps, era) for name, steps in ways(era)} == {name: "" for name, _ in ways(era)}


def chain(*hops: tuple[str, str, str]) -> tuple[Step, ...]:
    like = ATLAS.flow("F01").steps[0]
    return tuple(
        Step(source, target, like.message, like.kind, like.narration, op_id=op_id) for source, target, op_id in hops
    )


@pytest.mark.parametrize(
    ("hop", "fault"),
    [
        (("vpxd", "vpxa", "o-5c-7"), ""),
        (("vpxd", "vpxa", "o-5c-07"), "vpxa cannot add '07'"),
        (("vpxd", "vpxa", "o-5c-a77"), "vpxa cannot add 'a77'"),
        (("vpxd", "vpxd", "o-5c-01"), ""),
        (("vpxd", "vpxd", "o-5c-1f"), "vpxd cannot add '1f'"),
        (("vpxa", "hostd", "o-5c-003a"), ""),
        (("vpxa", "hostd", "o-5c-3a"), "hostd cannot add '3a'"),
        (("vpxd", "envoy", "o-5c"), ""),
        (("vpxd", "envoy", "o-5c-01"), "envoy cannot add '01'"),
        (("vmx", "vmkernel", "6b0d91e2"), ""),
        (("vmx", "vmkernel", "0b0d91e2"), "is no number of the kernel"),
        (("vpxa", "vpxd", "o-5d"), "nobody has made 'o-5d'"),
    ],
)
def test_the_checker_finds_what_breaks_a_rule(hop: tuple[str, str, str], fault: str) -> None:
    found = fault_in(chain(("vsphere-client", "vpxd", "o-5c"), hop), "e8")
    assert fault in found
    assert bool(found) == bool(fault)


@pytest.mark.parametrize("era", WITH_IDS)
def test_every_step_has_an_id_where_one_is_known(era: str) -> None:
    lacking = {name: [step.id for step in steps if not step.op_id] for name, steps in ways(era)}
    news = {"F01": ["news", "generation", "ask", "answer"], "F02": ["news"], "F01 host-refuses": []}
    assert lacking == ({name: [] for name in news} if era in SINCE_6 else news)


def test_there_are_no_ids_before_4_0() -> None:
    assert {step.op_id for _, steps in ways("e3") for step in steps} == {""}


@pytest.mark.parametrize("era", WITH_IDS)
def test_the_id_of_a_step_is_the_one_in_its_line(era: str) -> None:
    told = [(step.op_id, step.log.line) for _, steps in ways(era) for step in steps if step.log is not None]
    printed = [(id, found[1]) for id, line in told if (found := re.search(r"opID=([^\s\])]+)", line))]
    assert printed
    assert [id for id, _ in printed] == [shown for _, shown in printed]


def longest(flow: str, era: str) -> str:
    steps = [step for name, way in ways(era) if name == flow for step in way]
    return next(step.op_id for step in steps if step.id == "start-vmx")


@pytest.mark.parametrize(
    ("era", "through_vcenter", "direct"),
    [
        ("e4", "4A1B2C3D-0000001F-5c-5e-e", "8FCF023D-00000046-d"),
        ("e5", "PowerOnAction-multi-4711-ngc-5c-a7-1f", "8FCF023D-00000046-d"),
        ("e6", "PowerOnAction-multi-4711-ngc-5c-01-a7-1f4c", "esxui-7a11-4c2e"),
        ("e8", "mm8wm3wr-4711-auto-3mw-h5:70001234-5c-01-a7-1f4c", "esxui-7a11-4c2e"),
    ],
)
def test_the_longest_id_shows_the_way(era: str, through_vcenter: str, direct: str) -> None:
    assert (longest("F01", era), longest("F02", era)) == (through_vcenter, direct)


def test_the_kernel_has_a_number_of_its_own() -> None:
    numbers = {era: [s.op_id for n, way in ways(era) if n == "F01" for s in way if s.id == "worlds"] for era in ERAS}
    assert numbers["e8"] == ["6b0d91e2"]
    assert numbers["e4"] == [longest("F01", "e4")]  # no mapping is known of that age
