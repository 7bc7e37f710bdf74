"""The colours of the console."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.helpers.colours import contrast
from vmexplorer.errors import PackError
from vmexplorer.labs.dcui.cells import Shade
from vmexplorer.labs.dcui.palette import palette_file, read_palette


@pytest.mark.parametrize("shade", [shade for shade in Shade if shade is not Shade.OFF])
def test_letters_can_be_read_on_a_projector(shade: Shade) -> None:
    ink, ground = read_palette(palette_file())[shade]
    assert contrast(ink, ground) >= 4.5


def test_a_wrong_palette_names_every_fault(tmp_path: Path) -> None:
    data = json.loads(palette_file().read_text(encoding="utf-8"))
    del data["purple"]
    data["gray"] = data.pop("grey")
    data["yellow"] = {"ink": "black", "ground": "#F0AB00"}
    file = tmp_path / "palette.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_palette(file)
    assert [str(problem) for problem in caught.value.problems] == [
        "palette.json: gray: is not a shade of the console (the nearest is 'grey')",
        "palette.json: grey: is missing",
        'palette.json: yellow: is not a pair such as {"ink": "#FFFFFF", "ground": "#555555"}',
        "palette.json: purple: is missing",
    ]


@pytest.mark.parametrize(("content", "text"), [("[]", "is not an object"), ("{", "is not JSON")])
def test_what_is_no_palette_is_refused(tmp_path: Path, content: str, text: str) -> None:
    file = tmp_path / "palette.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(PackError, match=text):
        read_palette(file)


def test_a_palette_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="cannot be read"):
        read_palette(tmp_path / "palette.json")
