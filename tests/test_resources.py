"""The shipped files are found, and every font has its licence beside it."""

from pathlib import Path

import pytest

from vmexplorer import resources
from vmexplorer.errors import VmexplorerError

_FONTS = sorted(path for path in (resources.root() / "fonts").iterdir() if path.suffix in {".otf", ".ttf"})


def test_root_holds_the_shipped_pack() -> None:
    assert (resources.root() / "packs" / "esxi" / "pack.yaml").is_file()
    assert resources.pack() == resources.root() / "packs" / "esxi"


def test_root_prefers_the_installed_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "lib" / "vmexplorer"
    for folder in (package / "resources", tmp_path / "site" / "resources"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.root() == package / "resources"


def test_missing_root_names_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "lib" / "python" / "vmexplorer"
    monkeypatch.setattr(resources, "_PACKAGE", package)
    with pytest.raises(VmexplorerError, match="'resources' is missing") as raised:
        resources.root()
    assert str(package) in str(raised.value)


def test_each_weight_the_program_draws_with_is_shipped() -> None:
    assert [font.stem for font in _FONTS] == [
        "Inter-Bold",
        "Inter-Medium",
        "Inter-Regular",
        "Inter-SemiBold",
        "JetBrainsMono-Bold",
        "JetBrainsMono-Regular",
    ]


@pytest.mark.parametrize("font", _FONTS, ids=lambda font: font.stem)
def test_font_has_its_licence_beside_it(font: Path) -> None:
    family = font.stem.partition("-")[0]
    licence = (font.parent / f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert licence.startswith("Copyright")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "PERMISSION & CONDITIONS" in licence
    assert licence.rstrip().endswith("OTHER DEALINGS IN THE FONT SOFTWARE.")
