"""Outputs written out for an era: moments inside plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.cases import cases_atlas
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.lessons.log_lines import written_out


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    return cases_atlas(tmp_path)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{clock}", "08:16:00"),
        ("{clock -60.0}|{clock +3600}", "08:15:00|09:16:00"),
        ("{date -86400}", "2026-03-01"),
        ("{time -1.25}", "2026-03-02T08:15:58.750Z"),
        ("{short}", "2026-03-02T08:16:00Z"),
        ("{hour} {hour -3600.5}", "08:01:03 07:01:03"),
        ("{hour -900.5}", "07:01:03"),
        ("'%{http_code}' {} {clock x}", "'%{http_code}' {} {clock x}"),
        ("  indented\n\nend\n\n", "  indented\n\nend"),
    ],
)
def test_moments_become_times_and_the_rest_stays(atlas: Atlas, written: str, shown: str) -> None:
    assert written_out(atlas, written, "e8") == shown


def test_a_log_that_the_era_lacks_shows_its_text_alone(atlas: Atlas) -> None:
    assert written_out(atlas, "@door -1 info | nobody", "e5") == "nobody"
