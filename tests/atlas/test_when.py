"""Conditions on the host as one short text."""

from __future__ import annotations

import pytest

from vmexplorer.atlas.fault_words import Trouble
from vmexplorer.atlas.when import When


def test_a_part_in_one_of_its_states() -> None:
    when = When.parse("hostd hung|stopped")
    assert when == When("hostd", (Trouble.HUNG, Trouble.STOPPED))
    assert when.holds({"hostd": Trouble.HUNG}, ())
    assert not when.holds({"hostd": Trouble.DEGRADED, "vpxa": Trouble.HUNG}, ())
    assert not when.holds({}, {"hostd"})


@pytest.mark.parametrize("trouble", Trouble)
def test_faulty_is_any_trouble(trouble: Trouble) -> None:
    assert When.parse("L10 faulty").holds({"L10": trouble}, ())


def test_a_part_that_is_well_is_not_faulty() -> None:
    assert not When.parse("L10 faulty").holds({}, ())


def test_a_special_condition_is_in_force_or_not() -> None:
    when = When.parse("condition clock-drift")
    assert when.is_condition
    assert when.holds({}, {"clock-drift"})
    assert not when.holds({"clock-drift": Trouble.STOPPED}, {"bmc-silent"})


@pytest.mark.parametrize("written", ["hostd", "", "hostd is hung", "hostd  hung", " hostd hung", "hostd/1 hung"])
def test_another_form_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is not a part with its states"):
        When.parse(written)


def test_an_unknown_state_names_the_nearest() -> None:
    with pytest.raises(ValueError, match=r"'hunk', which is none of .*; the nearest is 'hung'"):
        When.parse("hostd stopped|hunk")
