"""Keys on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.errors import UsageError
from vmexplorer.labs.dcui.keys import MOST_KEYS, NAMED, SPACE, parse_keys


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("", ()),
        ("F2", ("F2",)),
        ("f2 enter ESC", ("F2", "Enter", "Esc")),
        ('F2 "VM 1!" Enter', ("F2", "V", "M", " ", "1", "!", "Enter")),
        ("""'say "hi"'""", tuple('say "hi"')),
        ("y Space /", ("y", " ", "/")),
        ("Down x3 Enter", ("Down", "Down", "Down", "Enter")),
        ("alt+f12  Wait", ("Alt+F12", "Wait")),
        ('""', ()),
    ],
)
def test_keys_are_read(written: str, keys: tuple[str, ...]) -> None:
    assert parse_keys(written) == keys


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ("F2 Entre", "there is no key 'Entre'; the nearest is 'Enter'"),
        ("PgDown", "there is no key 'PgDown'; the nearest is 'PageDown'"),
        ("VMware1!", "there is no key 'VMware1!'; text to be typed stands in quotes"),
        ('F2 "VMware', "the text that begins with '\"VMware' has no quote at its end"),
        ('"a"Enter', "after the quote in '\"a\"Enter' there must be a blank"),
        ("x3", "'x3' repeats the key before it, and there is none"),
        ("Down x999 x999", None),
        (" ".join(["Down x999"] * 11), f"these are more than {MOST_KEYS:,} keys"),
    ],
)
def test_what_is_no_key_is_named(written: str, error: str | None) -> None:
    if error is None:
        assert len(parse_keys(written)) == 1997
        return
    with pytest.raises(UsageError) as caught:
        parse_keys(written)
    assert str(caught.value) == error


@given(st.lists(st.sampled_from(NAMED)))
def test_names_lead_back_to_themselves(names: list[str]) -> None:
    assert parse_keys(" ".join(names)) == tuple(" " if name == SPACE else name for name in names)


@given(st.text(st.characters(exclude_characters='"', exclude_categories=["Cs"])))
def test_quoted_text_is_typed_letter_by_letter(text: str) -> None:
    assert parse_keys(f'"{text}" Enter') == (*text, "Enter")
