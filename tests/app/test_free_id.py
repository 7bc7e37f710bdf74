"""Ids and names that are not taken yet."""

from __future__ import annotations

import pytest

from vmexplorer.app.free_id import free_id, free_name


@pytest.mark.parametrize(
    ("taken", "expected"),
    [((), "tour"), (("Tour",), "tour-2"), (("tour", "tour-2", "tour-4"), "tour-3"), (("tours",), "tour")],
)
def test_the_first_free_number_is_taken(taken: tuple[str, ...], expected: str) -> None:
    assert free_id("tour", taken) == expected
    names = [text.replace("-", " ") for text in taken]
    assert free_name("tour", names) == expected.replace("-", " ")
