"""Tours written and read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.helpers.shipped import shipped_atlas
from tests.helpers.tour_strategies import tours
from vmexplorer.atlas.evidence import Statement, written
from vmexplorer.atlas.tour import Tour
from vmexplorer.atlas.tour_file import parse_tour, read_tour
from vmexplorer.atlas.tour_text import tour_text
from vmexplorer.errors import PackError

SHIPPED = shipped_atlas().tours


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(tours())
def test_what_is_written_is_read_again(tour: Tour) -> None:
    assert parse_tour(tour_text(tour).encode(), "a.yaml", shipped_atlas()) == tour


@pytest.mark.parametrize("tour", list(SHIPPED))
def test_shipped_tours_come_back_too(tour: str) -> None:
    assert parse_tour(tour_text(SHIPPED[tour]).encode(), "a.yaml", shipped_atlas()) == SHIPPED[tour]


@pytest.mark.parametrize("marks", ["[gk]", "[?]", "[v:S12]", "[v:S12, S13]", "[v:S12, inf]", "[code:S2] [gk]"])
def test_marks_are_written_as_they_are_read(marks: str) -> None:
    statement = Statement.parse(f"It is so. {marks}")
    assert written(statement) == f"It is so. {marks}"


def test_a_file_is_written_for_people(tmp_path: Path) -> None:
    text = tour_text(SHIPPED["ten-minutes"])
    assert text.startswith('id: "ten-minutes"\nname: "ESXi in ten minutes"\n')
    assert '\n    frame: ["kernel", "hardware", "system-image"]\n' in text
    assert "\n    caption:\n      - " in text
    assert "era:" not in text
    file = tmp_path / "ten-minutes.yaml"
    file.write_text(text, encoding="utf-8")
    assert read_tour(file, shipped_atlas()) == SHIPPED["ten-minutes"]


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "text"),
    [
        ('view: "overview"', 'view: "overvie"', 9, "stops[0].view", "names the view 'overvie', which does not exist"),
        ("minutes: 0.75", "minutes: -1", 10, "stops[0].minutes", "is -1 and must be greater than 0"),
        ("minutes: 0.75", "minuets: 0.75", 10, "stops[0].minuets", "is not a key that is known here"),
        (' fails."', ' fails"', 3, "summary", "does not end with a full stop"),
        ("stops:", "stops: [", 0, "", "is not valid YAML"),
        ('id: "ten-minutes"', 'id: "Ten"', 1, "id", "is 'Ten' and must match the name of the file"),
    ],
)
def test_a_broken_file_is_named_with_line_and_key(
    tmp_path: Path, old: str, new: str, line: int, key: str, text: str
) -> None:
    file = tmp_path / "ten-minutes.yaml"
    file.write_text(tour_text(SHIPPED["ten-minutes"]).replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_tour(file, shipped_atlas())
    found = [problem for problem in caught.value.problems if text in problem.text]
    assert len(found) == 1
    assert found[0].file == str(file)
    assert found[0].key == key
    assert not line or found[0].line == line


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="cannot be read: No such file"):
        read_tour(tmp_path / "nowhere.yaml", shipped_atlas())
