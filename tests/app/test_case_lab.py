"""The lab keeps what was begun and says what has become of each case."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.test_inquiry import HINT, REVEAL, solve
from tests.helpers.cases import KnownSimulator, cases_atlas, simulator
from vmexplorer.app.case_lab import CaseLab
from vmexplorer.errors import UnknownNameError, VmexplorerError


@pytest.fixture
def lab(tmp_path: Path) -> CaseLab:
    return CaseLab(cases_atlas(tmp_path), simulator())


def standing(lab: CaseLab) -> tuple[str, int | None]:
    return lab.rows[0].standing, lab.rows[0].points


def test_a_case_goes_on_where_it_was_left(lab: CaseLab) -> None:
    inquiry = lab.open_case("the silent agent")
    assert lab.inquiry is inquiry
    lab.leave()
    assert lab.inquiry is None
    assert lab.open_case("T01") is inquiry


def test_what_has_become_of_a_case(lab: CaseLab) -> None:
    assert standing(lab) == ("not tried", None)
    inquiry = lab.open_case("T01")
    assert standing(lab) == ("not tried", None)
    inquiry.do(HINT)
    assert standing(lab) == ("begun", None)
    solve(inquiry)
    assert standing(lab) == ("solved", 92)
    inquiry.start_again()
    inquiry.do(REVEAL)
    assert standing(lab) == ("shown", None)


def test_the_same_number_goes_on_and_another_era_is_another_fault(lab: CaseLab) -> None:
    first = lab.break_it("e8", 7)
    assert lab.break_it("e8", 7) is first
    assert lab.break_it("e5", 7) is not first
    assert lab.inquiry is not None
    assert lab.inquiry.era == "e5"


def test_an_unknown_case_names_the_nearest(lab: CaseLab) -> None:
    with pytest.raises(UnknownNameError, match="there is no case 'T02'; the nearest is 'T01'"):
        lab.open_case("T02")


def test_a_pack_in_which_nothing_shows_hides_nothing(tmp_path: Path) -> None:
    lab = CaseLab(cases_atlas(tmp_path), KnownSimulator({}))
    with pytest.raises(VmexplorerError, match="no single fault"):
        lab.break_it("e8", 1)
    assert lab.inquiry is None
