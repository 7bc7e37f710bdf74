"""The settings file: what it decides, and what is said of its faults."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.app.settings import Settings, SettingsFile

SOUND = """\
{
  "theme": "Projector",
  "restore": false,
  "reduced_motion": true, "wheel": "pan",
  "keys": {
    "play.next": ["Right", "N"],
    "play.toggle": "Space",
    "theme.next": []
  },
  "presenter_keys": {"next": ["PageDown", "Space"]}
}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def read(file: Path, text: str) -> tuple[Settings, tuple[str, ...]]:
    file.write_text(text, encoding="utf-8")
    settings = SettingsFile(file)
    return settings.read(), settings.complaints


def test_without_a_file_everything_is_as_usual(file: Path) -> None:
    for settings in (SettingsFile(file), SettingsFile(None), SettingsFile.of_user()):
        assert settings.read() == Settings()
        assert settings.complaints == ()


def test_a_file_decides(file: Path) -> None:
    found, complaints = read(file, SOUND)
    assert complaints == ()
    assert (found.theme, found.restore, found.reduced_motion) == ("projector", False, True)
    assert found.wheel == "pan"
    assert found.keys == {"play.next": ("Right", "N"), "play.toggle": ("Space",), "theme.next": ()}
    assert found.presenter_keys == {"next": ("PageDown", "Space")}


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"restore": false', '"restore": "no"', 3, 'restore: is "no" and must be true or false'),
        ('"Projector"', '"progector"', 2, "theme: is 'progector' and must be one of: dark, light, projector"),
        ('"pan"', '"spin"', 4, 'wheel: is "spin" and must be one of: zoom, pan'),
        ('"pan"', "[1]", 4, "wheel: is [1] and must be one of: zoom, pan"),
        ('"Projector"', "7", 2, "theme: is 7 and must be one of"),
        ('"reduced_motion"', '"reducedmotion"', 4, "reducedmotion: is no setting; the nearest is 'reduced_motion'"),
        ('"reduced_motion"', '"x"', 4, "x: is no setting; choose from theme, restore"),
        ('"play.next"', '"play.nex"', 6, "keys: play.nex: is no command; the nearest is 'play.next'"),
        ('"Space",', "7,", 7, "keys: play.toggle: must be a key or a list of keys"),
        ('["Right", "N"]', '["Right", ""]', 6, "keys: play.next: must be a key or a list of keys"),
        ('{"next": ["PageDown", "Space"]}', "true", 10, "presenter_keys: must hold commands with their keys"),
    ],
)
def test_a_fault_is_said_with_its_line_and_the_rest_counts(
    file: Path, old: str, new: str, line: int, said: str
) -> None:
    found, complaints = read(file, SOUND.replace(old, new, 1))
    assert len(complaints) == 1
    assert complaints[0].startswith(f"{file}:{line}: {said}")
    usual, decided = Settings(), read(file, SOUND)[0]
    kept = [name for name in Settings._fields if getattr(found, name) == getattr(decided, name)]
    assert len(kept) == len(Settings._fields) - 1
    changed = next(name for name in Settings._fields if name not in kept)
    if changed != "keys":
        assert getattr(found, changed) == getattr(usual, changed)
    else:
        assert len(found.keys) == 2


@pytest.mark.parametrize("text", ["", "{", '{"theme": "dark",}', '{\n"theme" "dark"}', "[" * 100_000])
def test_what_is_no_json_is_said_once_and_decides_nothing(file: Path, text: str) -> None:
    found, complaints = read(file, text)
    assert found == Settings()
    assert len(complaints) == 1
    assert complaints[0].startswith(str(file))
    assert complaints[0].endswith("no setting is used")


def test_a_list_is_no_settings(file: Path) -> None:
    assert "must hold settings by their names" in read(file, "[1]")[1][0]


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path)
    assert settings.read() == Settings()
    assert "cannot be read" in settings.complaints[0]


def test_a_file_that_is_too_large_is_said(file: Path) -> None:
    assert "bytes; no setting is used" in read(file, " " * 1_000_001)[1][0]


def test_reading_again_forgets_old_complaints(file: Path) -> None:
    file.write_text("{", encoding="utf-8")
    settings = SettingsFile(file)
    settings.read()
    file.write_text('{"theme": "light"}', encoding="utf-8")
    assert settings.read().theme == "light"
    assert settings.complaints == ()


def test_others_can_complain_of_a_value(file: Path) -> None:
    file.write_text(SOUND, encoding="utf-8")
    settings = SettingsFile(file)
    settings.read()
    said = settings.complain(("presenter_keys", "next"), "has no key 'PageDwn'")
    assert said == f"{file}:10: presenter_keys: next: has no key 'PageDwn'"
    assert settings.complaints == (said,)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(content=st.dictionaries(st.sampled_from(Settings._fields) | st.text(max_size=8), json_values, max_size=4))
def test_nothing_in_the_file_can_stop_the_program(tmp_path_factory: pytest.TempPathFactory, content: object) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.json"
    found, complaints = read(file, json.dumps(content))
    assert all(complaint.startswith(str(file)) for complaint in complaints)
    assert isinstance(found.restore, bool)
