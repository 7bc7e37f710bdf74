"""The lab keeps what was begun and says what has become of each case."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.test_inquiry import HINT, REVEAL, solve
from tests.helpers.cases import KnownSimulator, cases_atlas, simulator
from vmexplorer.app.case_lab import CaseLab
from vmexplorer.errors import UnknownNameError, VmexplorerError


def standing(lab: CaseLab) -> tuple[str, int | None]:
    return lab.rows[0].standing, lab.rows[0].best


def test_a_case_goes_on_where_it_was_left(case_lab: CaseLab) -> None:
    inquiry = case_lab.open_case("the silent agent")
    assert case_lab.inquiry is inquiry
    case_lab.leave()
    assert case_lab.inquiry is None
    assert case_lab.open_case("T01") is inquiry


def test_what_has_become_of_a_case(case_lab: CaseLab) -> None:
    assert standing(case_lab) == ("not tried", None)
    inquiry = case_lab.open_case("T01")
    assert standing(case_lab) == ("not tried", None)
    inquiry.do(HINT)
    assert standing(case_lab) == ("begun", None)
    solve(inquiry)
    assert standing(case_lab) == ("solved", 92)
    inquiry.start_again()
    inquiry.do(REVEAL)
    assert standing(case_lab) == ("shown", 92)


def test_the_same_number_goes_on_and_another_era_is_another_fault(case_lab: CaseLab) -> None:
    first = case_lab.break_it("e8", 7)
    assert case_lab.break_it("e8", 7) is first
    assert case_lab.break_it("e5", 7) is not first
    assert case_lab.inquiry is not None
    assert case_lab.inquiry.era == "e5"


def test_an_unknown_case_names_the_nearest(case_lab: CaseLab) -> None:
    with pytest.raises(UnknownNameError, match="there is no case 'T02'; the nearest is 'T01'"):
        case_lab.open_case("T02")


def test_a_pack_in_which_nothing_shows_hides_nothing(tmp_path: Path) -> None:
    case_lab = CaseLab(cases_atlas(tmp_path), KnownSimulator({}))
    with pytest.raises(VmexplorerError, match="no single fault"):
        case_lab.break_it("e8", 1)
    assert case_lab.inquiry is None


def test_results_of_former_times_stand_in_the_list(tmp_path: Path) -> None:
    former = {"tiny/T01": 70, "other/T01": 90}
    case_lab = CaseLab(cases_atlas(tmp_path), simulator(), former)
    assert standing(case_lab) == ("solved", 70)
    inquiry = case_lab.open_case("T01")
    inquiry.do(HINT)
    assert standing(case_lab) == ("begun", 70)
    solve(inquiry)
    assert case_lab.results == {"tiny/T01": 92, "other/T01": 90}
    assert former == {"tiny/T01": 70, "other/T01": 90}


def test_a_worse_attempt_takes_nothing_away(tmp_path: Path) -> None:
    case_lab = CaseLab(cases_atlas(tmp_path), simulator(), {"tiny/T01": 99})
    inquiry = case_lab.open_case("T01")
    inquiry.do(HINT)
    solve(inquiry)
    assert case_lab.results == {"tiny/T01": 99}
    assert standing(case_lab) == ("solved", 99)
