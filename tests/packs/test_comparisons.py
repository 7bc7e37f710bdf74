"""The comparison of the shipped pack: power on from a direct client and through vCenter."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.comparison import Row

ATLAS = shipped_atlas()
POWER_ON = ATLAS.comparison("C01")


def rows(era: str) -> tuple[Row, ...]:
    return ATLAS.rows_in(POWER_ON, era)


def names(row: Row) -> tuple[str, str]:
    return row.first.id if row.first else "", row.second.id if row.second else ""


def test_it_sets_the_direct_way_above_the_one_through_vcenter() -> None:
    assert POWER_ON.name == "Power on: direct client and through vCenter"
    assert (POWER_ON.first, POWER_ON.second) == ("F02", "F01")


@pytest.mark.parametrize("era", ATLAS.era_ids)
class TestComparisonInEra:
    def test_every_step_of_both_ways_is_named(self, era: str) -> None:
        assert [row for row in rows(era) if row.says is None] == []
        assert tuple(row.first for row in rows(era) if row.first) == ATLAS.steps_in(ATLAS.flow("F02"), era)
        assert tuple(row.second for row in rows(era) if row.second) == ATLAS.steps_in(ATLAS.flow("F01"), era)

    def test_the_host_does_the_same_for_both(self, era: str) -> None:
        together = [names(row) for row in rows(era) if row.first and row.second]
        assert [pair for pair in together if pair[0] == pair[1]][-3:] == [
            ("start-vmx", "start-vmx"),
            ("worlds", "worlds"),
            ("news", "news"),
        ]
        for row in rows(era):
            if "start-vmx" in names(row):
                assert row.first
                assert row.second
                assert (row.first.source, row.first.target) == (row.second.source, row.second.target)

    def test_only_vcenter_has_more_to_do_at_both_ends(self, era: str) -> None:
        assert [names(row)[0] for row in rows(era)][:2] == ["", ""]
        assert names(rows(era)[-1]) == ("", "done")


def test_the_front_door_stands_in_both_ways_where_there_is_one() -> None:
    assert [("forward", "forward") in map(names, rows(era)) for era in ATLAS.era_ids] == [False] * 2 + [True] * 5
