"""Documents that are kept between two starts, and what becomes of damaged ones."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.app import kept as kept_module
from vmexplorer.app.kept import Kept, Reading

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept")


def test_what_was_never_written_is_nothing(kept: Kept) -> None:
    assert kept.read("window", 1) == Reading()


@given(content=values, version=st.integers(1, 9))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, content: object, version: int) -> None:
    kept = Kept(tmp_path_factory.mktemp("kept"))
    assert kept.write("window", version, content) == ""
    assert kept.read("window", version) == Reading(content, version)
    assert kept.read("window", version + 1) == Reading(content, version)


def test_the_last_writing_counts_and_leaves_no_other_file(kept: Kept, tmp_path: Path) -> None:
    kept.write("window", 1, "first")
    kept.write("window", 1, "second")
    assert kept.read("window", 1).content == "second"
    assert os.listdir(tmp_path / "kept") == ["window.json"]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[1, 2]",
        b'{"document": "other", "version": 1, "content": 1}',
        b'{"document": "window", "version": true, "content": 1}',
        b'{"document": "window", "version": 0, "content": 1}',
        b'{"document": "window", "version": 1}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_document_is_set_aside_and_said(kept: Kept, tmp_path: Path, damage: bytes) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "window.json").write_bytes(damage)
    reading = kept.read("window", 1)
    assert reading.content is None
    assert f"{folder / 'window.json'} is damaged; it is now window.aside-1.json" in reading.complaint
    assert (folder / "window.aside-1.json").read_bytes() == damage
    assert kept.read("window", 1) == Reading()


def test_a_second_damaged_document_does_not_replace_the_first(kept: Kept, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    for content in ("one", "two"):
        kept.write("window", 1, "sound")
        (folder / "window.json").write_text(content, encoding="utf-8")
        kept.read("window", 1)
    assert (folder / "window.aside-1.json").read_text(encoding="utf-8") == "one"
    assert (folder / "window.aside-2.json").read_text(encoding="utf-8") == "two"


def test_a_document_of_a_newer_program_is_not_lost(kept: Kept, tmp_path: Path) -> None:
    kept.write("window", 3, "of the future")
    reading = kept.read("window", 2)
    assert reading.content is None
    assert "was written by a newer version of vmexplorer" in reading.complaint
    aside = json.loads((tmp_path / "kept" / "window.aside-1.json").read_text(encoding="utf-8"))
    assert aside["content"] == "of the future"


def test_a_document_that_its_reader_cannot_use_can_be_rejected(kept: Kept, tmp_path: Path) -> None:
    kept.write("window", 1, {"wide": "very"})
    assert "is now window.aside-1.json" in kept.reject("window")
    assert kept.read("window", 1) == Reading()


def test_a_reader_makes_of_a_document_what_it_wants(kept: Kept) -> None:
    assert kept.read_as("window", 1, int) == (None, "")
    kept.write("window", 1, "12")
    assert kept.read_as("window", 1, int) == (12, "")


@pytest.mark.parametrize("content", ["wide", [], {}])
def test_a_document_that_its_reader_cannot_use_is_set_aside_and_said(kept: Kept, content: object) -> None:
    kept.write("window", 1, content)
    found, said = kept.read_as("window", 1, int)
    assert found is None
    assert "is now window.aside-1.json" in said
    assert kept.read_as("window", 1, int) == (None, "")


def test_a_document_that_is_too_large_is_set_aside(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.write("window", 1, "x" * 100)
    monkeypatch.setattr(kept_module, "MAX_BYTES", 50)
    assert "is damaged" in kept.read("window", 1).complaint


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "kept"
    blocked.write_text("a file where a folder is wanted", encoding="utf-8")
    kept = Kept(blocked)
    assert str(blocked / "window.json") in kept.write("window", 1, 1)
    assert "cannot be read" in kept.read("window", 1).complaint
    kept.remove("window")
    assert blocked.read_text(encoding="utf-8") == "a file where a folder is wanted"


def test_a_writing_that_fails_leaves_the_old_document(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    kept.write("window", 1, "old")
    monkeypatch.setattr(os, "replace", full)
    assert "No space left on device" in kept.write("window", 1, "new")
    assert kept.read("window", 1).content == "old"
    assert os.listdir(tmp_path / "kept") == ["window.json"]


def test_a_removed_document_is_gone(kept: Kept) -> None:
    kept.write("window", 1, 1)
    kept.remove("window")
    kept.remove("window")
    assert kept.read("window", 1) == Reading()


def test_without_a_folder_nothing_is_kept() -> None:
    kept = Kept(None)
    assert kept.write("window", 1, 1) == ""
    assert kept.read("window", 1) == Reading()
    assert kept.reject("window") == ""


@pytest.mark.parametrize("name", ["", "Window", "../window", "win dow", "w" * 41])
def test_names_are_plain(kept: Kept, name: str) -> None:
    with pytest.raises(ValueError, match="is no name of a document"):
        kept.write(name, 1, 1)


def test_documents_of_the_user_lie_in_the_users_folder(home: Path) -> None:
    Kept.of_user().write("window", 1, 1)
    assert list(home.rglob("window.json"))
