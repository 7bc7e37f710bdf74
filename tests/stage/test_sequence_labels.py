"""How labels are broken into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.stage.sequence_labels import broken, broken_width, fits, lines_for, text_width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("create worlds, open disks", ("create worlds,", "open disks")),
        ("VM_STATE_POWERING_ON", ("VM_STATE_", "POWERING_ON")),
        ("VirtualMachine.powerOn", ("VirtualMachine.", "powerOn")),
        ("POST /vpxa", ("POST", "/vpxa")),
        ("getChanges", ("getChanges",)),
        ("/vpxa", ("/vpxa",)),
        ("a.b", ("a.b",)),
        ("", ("",)),
    ],
)
def test_texts_break_at_spaces_or_else_after_punctuation(text: str, lines: tuple[str, ...]) -> None:
    assert broken(text) == lines


def test_a_text_stays_whole_where_there_is_room() -> None:
    room = text_width("start vmx", 14.0)
    assert lines_for("start vmx", room, 14.0) == ("start vmx",)
    assert lines_for("start vmx", room - 1.0, 14.0) == ("start", "vmx")


def test_a_rounding_error_breaks_nothing() -> None:
    room = text_width("start vmx", 14.0)
    assert fits(("start vmx",), room - 1e-9, 14.0)
    assert not fits(("start vmx",), room - 0.1, 14.0)


@given(st.text("abc _./W", min_size=1, max_size=28), st.floats(8.0, 40.0))
def test_breaking_loses_nothing_and_makes_nothing_wider(text: str, size: float) -> None:
    lines = broken(text)
    assert 1 <= len(lines) <= 2
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert broken_width(text, size) == pytest.approx(max(text_width(line, size) for line in lines))
    assert broken_width(text, size) <= text_width(text, size) + 1e-9


@given(st.text("abcW _", max_size=20), st.floats(8.0, 40.0))
def test_width_grows_with_the_size(text: str, size: float) -> None:
    assert text_width(text, 2 * size) == pytest.approx(2 * text_width(text, size))
