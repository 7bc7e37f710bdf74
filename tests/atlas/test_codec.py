"""Records as JSON values and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.packs import TINY_PACK
from vmexplorer.atlas.codec import decode, encode
from vmexplorer.atlas.evidence import Evidence, Standing, Statement
from vmexplorer.atlas.flow import Branch, Flow, Step
from vmexplorer.atlas.pack import FoundingStatement, Pack
from vmexplorer.atlas.pack_reader import read_pack
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.atlas.view import Card, Cell, Zone


def test_a_whole_pack_comes_back_equal() -> None:
    pack, _, _ = read_pack(TINY_PACK)
    assert pack is not None
    assert decode(Pack, json.loads(json.dumps(encode(pack)))) == pack


SOURCES = st.lists(st.integers(1, 99).map("S{}".format), min_size=1, max_size=3).map(tuple)
EVIDENCE = st.one_of(
    st.sampled_from([Evidence(Standing.GENERAL), Evidence(Standing.OPEN)]),
    st.builds(Evidence, st.sampled_from([Standing.VERIFIED, Standing.CODE, Standing.INFERRED]), SOURCES),
)
TIMES = st.none() | st.floats(0.001, 1e9)
STATEMENTS = st.builds(Statement, st.text(), st.lists(EVIDENCE, min_size=1, max_size=3).map(tuple))


@given(st.builds(FoundingStatement, today=STATEMENTS))
def test_statements_come_back_equal(statement: FoundingStatement) -> None:
    assert decode(FoundingStatement, json.loads(json.dumps(encode(statement)))) == statement


def test_zones_inside_zones_come_back_equal() -> None:
    cell = Cell(1, 1, 1, 1)
    inner = Zone("b", "B", cell, (1.0,), (2.5,), cards=(Card("agent", cell, note="n"),))
    outer = Zone("a", "", cell, (1.0,), (1.0,), component="kernel", zones=(inner,))
    assert decode(Zone, json.loads(json.dumps(encode(outer)))) == outer


@given(st.builds(Branch, steps=st.tuples(st.builds(Step, narration=st.tuples(STATEMENTS), takes=TIMES))))
def test_branches_come_back_equal(branch: Branch) -> None:
    step = Step("agent", "agent", "do it", StepKind.REQUEST, (), id="do", op_id="a-1")
    flow = Flow("F01", "Ask", "Asks.", "all", (step,), branches=(branch,))
    assert decode(Flow, json.loads(json.dumps(encode(flow)))) == flow


@pytest.mark.parametrize("value", [None, 1, [], ["a"], {}, ["a", "b", "c", "d", "e", "f", "g"]])
def test_foreign_values_are_refused(value: object) -> None:
    with pytest.raises((ValueError, TypeError, KeyError, IndexError)):
        decode(FoundingStatement, value)
