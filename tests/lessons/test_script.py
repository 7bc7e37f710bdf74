"""What the audience sees of the script, and the report at the end."""

import csv
import io

import pytest

from tests.helpers.shows import small_script, small_show
from vmexplorer.lessons.script import Seen, clock_text, report, report_csv, seen_by_audience
from vmexplorer.lessons.show_state import Layer


def test_audience_sees_the_caption_of_the_stop() -> None:
    show, _ = small_show(stop=2)
    assert seen_by_audience(show, small_script()) == Seen(2, "Caption 3")


def test_frozen_picture_keeps_its_words_but_can_be_covered() -> None:
    show, _ = small_show()
    before = seen_by_audience(show, small_script())
    show.toggle(Layer.FROZEN)
    show.go_to(3)
    assert seen_by_audience(show, small_script(), before) == before
    show.toggle(Layer.BLACK)
    assert seen_by_audience(show, small_script(), before) == before._replace(cover=Layer.BLACK)


def test_words_to_the_speaker_reach_the_audience_only_where_there_is_one_screen() -> None:
    for screens, hint in ((1, "Esc again to end."), (2, "")):
        show, _ = small_show(screens=screens)
        show.escape()
        assert seen_by_audience(show, small_script()).hint == hint


def test_report_has_a_row_for_each_stop() -> None:
    rows = report(small_script(), (10.0, 70.4, 0.0, 5.0, 1.0))
    assert (rows[1].number, rows[1].title, rows[1].planned, rows[1].spent) == (2, "Stop 2", 60.0, 70.4)
    assert len(rows) == 5


def test_report_as_csv_can_be_read_by_a_spreadsheet() -> None:
    script = small_script()
    named = script._replace(stops=(script.stops[0]._replace(title='Banks, "A" and "B"'),))
    table = list(csv.reader(io.StringIO(report_csv(report(named, (61.6,))))))
    assert table == [["stop", "title", "planned seconds", "seconds"], ["1", 'Banks, "A" and "B"', "60", "62"]]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (59.6, "1:00"), (61, "1:01"), (3599, "59:59"), (3661, "1:01:01"), (-75, "−1:15"), (-0.2, "0:00")],
)
def test_times_are_written_as_on_a_clock(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text
