"""Lines, columns and JSON on standard output."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.cli import output


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain → text", "plain → text"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("two\nlines", "two\\nlines"),
        ("turned\u202eround", "turned\\u202eround"),
        ("half\udc80", "half\\udc80"),
    ],
)
def test_what_could_steer_the_terminal_is_shown_as_an_escape(text: str, expected: str) -> None:
    assert output.harmless(text) == expected


@given(st.text())
def test_harmless_text_is_printable_and_stays_itself(text: str) -> None:
    shown = output.harmless(text)
    assert shown.isprintable()
    assert output.harmless(shown) == shown


def test_widest_column_gives_way_first(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    output.write_table(("ID", "TEXT"), [("one", "word " * 20), ("two", "short")])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "ID   TEXT"
    assert lines[1] == "one  word word word word word…"
    assert lines[2] == "two  short"


def test_columns_never_become_unreadable(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "5")
    output.write_table(("ONE", "TWO"), [("a" * 50, "b" * 50)])
    assert capsys.readouterr().out.splitlines()[1] == "aaaaa…  bbbbb…"


def test_table_without_rows_has_its_heads(capsys: pytest.CaptureFixture[str]) -> None:
    output.write_table(("ID", "NAME"), [])
    assert capsys.readouterr().out == "ID  NAME\n"


def test_json_keeps_characters_readable(capsys: pytest.CaptureFixture[str]) -> None:
    output.write_json({"way": "a → b"})
    assert capsys.readouterr().out == '{\n  "way": "a → b"\n}\n'


def test_page_is_neither_too_wide_nor_too_narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    widths = {}
    for columns in ("10", "72", "300"):
        monkeypatch.setenv("COLUMNS", columns)
        widths[columns] = output.page_width()
    assert widths == {"10": 20, "72": 72, "300": 100}
