"""The shipped cases can be solved, and the shipped checks answer whatever is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.helpers.shipped import picture, shipped_atlas
from vmexplorer.app.case_simulator import WhatIfSimulator
from vmexplorer.app.inquiry import Inquiry
from vmexplorer.app.offers import check_ids
from vmexplorer.atlas.case import Light
from vmexplorer.atlas.check_place import Check
from vmexplorer.atlas.fault_words import Trouble
from vmexplorer.atlas.log_line import begin_of, later, line_of
from vmexplorer.lessons.health import HEALTHY, Health
from vmexplorer.lessons.reading import read
from vmexplorer.lessons.score import FULL
from vmexplorer.lessons.session import Move, MoveKind
from vmexplorer.lessons.simulator import Simulation

ATLAS = shipped_atlas()
CASES = tuple(ATLAS.cases)
CHECKS = ATLAS.library.checks
PER_ERA = [(era, id) for era in ATLAS.era_ids for id in check_ids(ATLAS, era)]


@cache
def simulation(case: str) -> Simulation:
    told = ATLAS.case(case)
    return WhatIfSimulator(ATLAS).simulate(told.era, told.faults)


def begun(case: str) -> Inquiry:
    return Inquiry.of_case(ATLAS, ATLAS.case(case), simulation(case))


def do(inquiry: Inquiry, kind: MoveKind, *ids: str) -> None:
    for id in ids:
        assert inquiry.do(Move(kind, id)) == ""


def rights(inquiry: Inquiry) -> Iterator[tuple[str, str]]:
    for suspicion in inquiry.hypotheses:
        for repair in inquiry.repairs:
            if suspicion.right and repair.right:
                yield suspicion.id, repair.id


def test_there_are_twelve_cases_and_many_checks() -> None:
    assert list(CASES) == [f"TS{number:02}" for number in range(1, 13)]
    assert len(CHECKS) >= 40
    assert len(ATLAS.library.places) == 8


@pytest.mark.parametrize("case", CASES)
def test_checks_suspicion_and_repair_solve_it_at_par(case: str) -> None:
    told = ATLAS.case(case)
    for suspicion, repair in rights(begun(case)):
        inquiry = begun(case)
        do(inquiry, MoveKind.CHECK, *told.path)
        do(inquiry, MoveKind.NAME, suspicion)
        do(inquiry, MoveKind.REPAIR, repair)
        assert inquiry.session.state.solved
        assert inquiry.session.state.steps == told.par
        assert inquiry.score.points == FULL


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_repair_leaves_the_symptom(case: str) -> None:
    told = ATLAS.case(case)
    for repair in [one for one in told.repairs if not one.right]:
        inquiry = begun(case)
        do(inquiry, MoveKind.CHECK, *told.path)
        do(inquiry, MoveKind.NAME, next(one.id for one in told.hypotheses if one.right))
        seen = inquiry.readings
        do(inquiry, MoveKind.REPAIR, repair.id)
        assert not inquiry.session.state.over
        assert inquiry.readings == seen
        assert inquiry.score.points < FULL
    assert inquiry.do(Move(MoveKind.REPAIR, next(one.id for one in told.repairs if one.right))) == ""
    assert inquiry.session.state.solved


@pytest.mark.parametrize("case", CASES)
def test_the_fault_shows_on_the_way_and_is_gone_after_the_repair(case: str) -> None:
    told, inquiry = ATLAS.case(case), begun(case)
    assert simulation(case).health != HEALTHY
    do(inquiry, MoveKind.CHECK, *told.path)
    ill = {reading.check: reading.shows for reading in inquiry.readings}
    suspicion, repair = next(rights(inquiry))
    do(inquiry, MoveKind.NAME, suspicion)
    do(inquiry, MoveKind.REPAIR, repair)
    do(inquiry, MoveKind.CHECK, *told.path)
    well = {reading.check: reading.shows for reading in inquiry.readings[len(told.path) :]}
    assert well.keys() == ill.keys()
    assert well[told.path[-1]] != ill[told.path[-1]]
    assert not any(reading.hindered for reading in inquiry.readings[len(told.path) :])


@pytest.mark.parametrize("case", CASES)
def test_the_parts_of_the_debrief_are_seen_on_the_map(case: str) -> None:
    told = ATLAS.case(case)
    wiring = picture(told.view, told.era)
    drawn = {
        lit.part for lit in told.lights if wiring.layout.boxes_of(lit.part) or _drawn(told.view, told.era, lit.part)
    }
    faults = {lit.part for lit in told.lights if lit.light is Light.FAULT}
    assert faults <= drawn
    assert len(drawn) >= 3


def _drawn(view: str, era: str, part: str) -> bool:
    return part in ATLAS.links and bool(picture(view, era).of_link(part))


@pytest.mark.parametrize("case", CASES)
def test_every_part_of_the_debrief_can_be_looked_at(case: str) -> None:
    looked_at = {check.looks_at for check in CHECKS.values()}
    asked = {when.subject for check in CHECKS.values() for answer in check.answers for when in answer.when}
    asked |= {when.subject for place in ATLAS.library.places for one in place.hindrances for when in one.when}
    links = {end for id in looked_at & ATLAS.links.keys() for end in (ATLAS.link(id).source, ATLAS.link(id).target)}
    known = looked_at | asked | links
    assert [lit.part for lit in ATLAS.case(case).lights if lit.part not in known] == []


def troubles(check: Check) -> Iterator[Health]:
    """A healthy host, each trouble of each part that the check or its place asks for, and each condition."""
    yield HEALTHY
    place = ATLAS.library.place_of(check.id)
    parts: dict[str, None] = {check.looks_at: None}
    for told in (*check.answers, *place.hindrances):
        for when in told.when:
            if when.is_condition:
                yield Health({}, frozenset({when.subject}))
            else:
                parts[when.subject] = None
    for part in parts:
        for trouble in Trouble:
            yield Health({part: trouble})


@pytest.mark.parametrize("id", CHECKS)
def test_every_check_answers_in_every_state_and_era(id: str) -> None:
    check = CHECKS[id]
    for era in ATLAS.eras_of_check(check):
        for health in troubles(check):
            reading = read(ATLAS, check, era, health)
            assert reading.output.strip()
            assert reading.shows.endswith((".", "?"))
            assert not re.search(r"^@[a-z]|\{(time|short|clock|date|hour)\b", reading.output, re.MULTILINE)


def outputs() -> Iterator[tuple[str, str]]:
    for place in ATLAS.library.places:
        for hindrance in place.hindrances:
            yield hindrance.id, hindrance.output
        for check in place.checks:
            for number, answer in enumerate(check.answers):
                yield f"{check.id} {number}", answer.output
    for case in ATLAS.cases.values():
        for evidence in case.evidence:
            yield f"{case.id} {evidence.check}", evidence.output


@pytest.mark.parametrize(("name", "output"), list(outputs()))
def test_log_lines_stand_in_the_order_of_time(name: str, output: str) -> None:
    begin = begin_of(ATLAS, "e8")
    moments = [later(begin, line.seconds) for line in map(line_of, output.splitlines()) if line is not None]
    assert moments == sorted(moments), name
    stamps = re.findall(r"^\{clock (-?\d+)\}", output, re.MULTILINE)
    assert [int(stamp) for stamp in stamps] == sorted(int(stamp) for stamp in stamps), name


@pytest.mark.parametrize("trouble", [Trouble.STOPPED, Trouble.HUNG])
def test_what_needs_hostd_does_not_answer_without_it(trouble: Trouble) -> None:
    needing = [(era, CHECKS[id]) for era, id in PER_ERA if CHECKS[id].run.startswith(("esxcli", "vim-cmd"))]
    assert len(needing) > 40
    for era, check in needing:
        assert read(ATLAS, check, era, Health({"hostd": trouble})).hindered


def test_localcli_and_files_answer_without_hostd() -> None:
    for id in ("localcli-paths", "localcli-vms", "hostd-log", "boot-cfg", "dcui-logs"):
        assert not read(ATLAS, CHECKS[id], "e8", Health({"hostd": Trouble.HUNG})).hindered


def test_nothing_can_be_typed_on_the_host_without_ssh() -> None:
    health = Health({"ssh": Trouble.STOPPED})
    for place in ATLAS.library.places:
        for check in place.checks:
            if "e8" in ATLAS.eras_of_check(check):
                assert read(ATLAS, check, "e8", health).hindered == (place.id == "host-shell")


def test_with_a_dead_kernel_no_check_over_the_network_finds_the_host() -> None:
    health = WhatIfSimulator(ATLAS).health("e8", ["stop vmkernel"])
    for id in ("ping-host", "ssh-host", "direct-login", "hostd-status", "curl-host", "dcui-main"):
        check = CHECKS[id]
        assert read(ATLAS, check, "e8", health).shows != read(ATLAS, check, "e8", HEALTHY).shows
