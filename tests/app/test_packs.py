"""Loading packs with the user's cache folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.helpers.packs import TINY_PACK, copy_tiny_pack, edit
from vmexplorer.app.packs import cache_folder, load_pack
from vmexplorer.errors import PackError


def test_second_loading_uses_a_prepared_copy(home: Path) -> None:
    first = load_pack(TINY_PACK)
    folder = cache_folder()
    assert folder is not None
    assert folder.is_relative_to(home)
    assert len(list(folder.iterdir())) == 1
    assert list(load_pack(TINY_PACK).components) == list(first.components)


def test_changed_pack_is_read_again(tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    assert load_pack(pack).manifest.name == "Tiny Pack"
    edit(pack, "pack.yaml", "name: Tiny Pack", "name: Another Tiny Pack")
    assert load_pack(pack).manifest.name == "Another Tiny Pack"


def test_cache_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file where a folder is wanted", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert load_pack(TINY_PACK).manifest.id == "tiny"
    assert blocked.is_file()


def test_broken_pack_tells_every_problem(tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "components/agent.yaml", "parent: kernel", "parent: kernal")
    with pytest.raises(PackError, match="the nearest is 'kernel'"):
        load_pack(pack)


def test_place_of_the_cache_is_what_each_system_expects(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    found = {}
    for system in ("linux", "darwin", "win32"):
        monkeypatch.setattr(sys, "platform", system)
        found[system] = cache_folder()
    assert found == {
        "linux": tmp_path / "xdg" / "vmexplorer",
        "darwin": tmp_path / "Library" / "Caches" / "vmexplorer",
        "win32": tmp_path / "local" / "vmexplorer",
    }


@pytest.mark.parametrize("value", ["", "relative/folder"])
def test_unfit_cache_variable_is_passed_over(value: str, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", value)
    assert cache_folder() == home / ".cache" / "vmexplorer"


def test_without_a_home_there_is_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    assert cache_folder() is None
    assert load_pack(TINY_PACK).manifest.id == "tiny"
