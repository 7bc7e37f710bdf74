"""How a fault is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.atlas.fault_words import Verb
from vmexplorer.errors import UnknownNameError, UsageError
from vmexplorer.labs.whatif.fault import Fault, parse_fault


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("stop vpxa", Fault(Verb.STOP, "vpxa")),
        ("hang hostd @ 30", Fault(Verb.HANG, "hostd", 30.0)),
        ("KILL hostd@2.5", Fault(Verb.KILL, "hostd", 2.5)),
        ("restart hostd", Fault(Verb.RESTART, "hostd")),
        ("cut L11", Fault(Verb.CUT, "L11")),
        ("block UDP  902", Fault(Verb.BLOCK, "UDP 902")),
        ("block loopback TCP 8307 @ 1", Fault(Verb.BLOCK, "loopback TCP 8307", 1.0)),
        ("drop F04/locked/3", Fault(Verb.DROP, "F04/locked/3")),
        ("condition clock-drift", Fault(Verb.CONDITION, "clock-drift")),
        (" stop NTP ", Fault(Verb.STOP, "NTP")),
    ],
)
def test_fault_is_read(written: str, fault: Fault) -> None:
    assert parse_fault(written) == fault


@given(
    st.sampled_from(Verb),
    st.text("abcXYZ019-/", min_size=1),
    st.one_of(st.just(0.0), st.integers(1, 10**6).map(float), st.sampled_from([0.5, 2.25])),
)
def test_fault_is_written_as_it_is_read(verb: Verb, target: str, at: float) -> None:
    fault = Fault(verb, target, at)
    assert parse_fault(str(fault)) == fault


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", "a fault has no text; write what happens to what, such as 'stop vpxa' or 'cut L11 @ 30'"),
        ("@ 30", "a fault has no text; write what happens to what, such as 'stop vpxa' or 'cut L11 @ 30'"),
        ("stop", "'stop' needs a component, such as vpxa"),
        ("block @ 3", "'block' needs a port, such as UDP 902"),
        ("stop vpxa @", "'' is no second at which a fault can begin; write a number from 0, such as 30"),
        ("stop vpxa @ -1", "'-1' is no second at which a fault can begin; write a number from 0, such as 30"),
        ("stop vpxa @ nan", "'nan' is no second at which a fault can begin; write a number from 0, such as 30"),
    ],
)
def test_what_is_no_fault_is_refused_in_one_sentence(written: str, expected: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_fault(written)
    assert str(raised.value) == expected


def test_unknown_verb_leads_to_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="there is no fault 'stopp'; the nearest is 'stop'"):
        parse_fault("stopp vpxa")
