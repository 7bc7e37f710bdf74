"""Log lines written once for every era."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.fault_words import Level
from vmexplorer.atlas.log_line import LineOfLog, begin_of, headed, header_of, later, line_of, times

AT = datetime(2010, 5, 4, 9, 2, 3, 41_000, UTC)


def test_line_with_and_without_a_writer() -> None:
    assert line_of("@vpxa -12.5 error Heart beat | gone | away") == LineOfLog(
        "vpxa", -12.5, Level.ERROR, "Heart beat", "gone | away"
    )
    assert line_of("@screen 0 info | black") == LineOfLog("screen", 0.0, Level.INFO, "", "black")


@pytest.mark.parametrize("written", ["plain", "", "  @vpxa 1 info | x", "@ 1", "user@host: ls"])
def test_plain_text_is_no_log_line(written: str) -> None:
    assert line_of(written) is None


@pytest.mark.parametrize("written", ["@vpxa", "@vpxa info | x", "@vpxa 1 info x", "@vpxa one info | x"])
def test_a_malformed_log_line_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not written like '@vpxa -12 info Heartbeat"):
        line_of(written)


def test_an_unknown_level_names_the_nearest() -> None:
    with pytest.raises(ValueError, match=r"'inof', which is none of .*; the nearest is 'info'"):
        line_of("@vpxa 1 inof Heartbeat | x")


def test_times_in_the_forms_of_headers() -> None:
    assert times(AT) == {
        "time": "2010-05-04T09:02:03.041Z",
        "short": "2010-05-04T09:02:03Z",
        "local": "2010-05-04 09:02:03.041",
        "day": "May  4 09:02:03",
    }


def test_a_fraction_is_exact_and_a_whole_second_gets_milliseconds() -> None:
    assert later(AT, -1.5) == datetime(2010, 5, 4, 9, 2, 1, 541_000, UTC)
    whole = later(AT, -10)
    assert (whole.second, whole.microsecond) == (53, 41_000 + 370_000)


@pytest.mark.parametrize(
    ("era", "line"),
    [
        ("e4", "[2010-05-04 09:02:03.041 F5B0CB90 info 'Work'] done"),
        ("e7", "2010-05-04T09:02:03.041Z info hostd[2099650] [Originator@6876 sub=Work] done"),
        ("e9", "2010-05-04T09:02:03.041Z In(166) Hostd[2099494]: [Originator@6876 sub=Work] done"),
    ],
)
def test_one_line_in_the_form_of_its_era(era: str, line: str) -> None:
    header = header_of(shipped_atlas(), "hostd", era)
    assert header is not None
    assert headed(header, AT, Level.INFO, "Work", "done") == line


def test_a_log_that_the_era_lacks_has_no_header() -> None:
    assert header_of(shipped_atlas(), "envoy", "e7") is None
    assert header_of(shipped_atlas(), "nothing", "e8") is None


def test_each_era_has_its_own_moment() -> None:
    assert [begin_of(shipped_atlas(), era).year for era in ("e3", "e8")] == [2008, 2026]
