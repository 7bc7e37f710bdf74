"""What is built from the project is complete and runs away from the checkout."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_PROJECT = Path(__file__).resolve().parents[1]
_METADATA = tomllib.loads((_PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
_LOCK = (_PROJECT / "requirements.lock").read_text(encoding="utf-8")
_PINNED = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", _LOCK, re.MULTILINE))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(_PROJECT)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's contents, as they lie after an installation."""
    folder = tmp_path_factory.mktemp("site-packages")
    shutil.unpack_archive(next(built.glob("*.whl")), folder, "zip")
    return folder


def _files(folder: Path) -> set[Path]:
    """The files anywhere under a folder, relative to it."""
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def _run(unpacked: Path, folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Runs Python in another folder, with the unpacked wheel before the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)


def test_wheel_holds_the_program_and_its_resources_only(unpacked: Path) -> None:
    tops = {path.name for path in unpacked.iterdir()}
    assert tops == {"vmexplorer", f"vmexplorer-{_METADATA['project']['version']}.dist-info"}
    assert _files(unpacked / "vmexplorer" / "resources") == _files(_PROJECT / "resources")
    assert (unpacked / "vmexplorer/cli/main.py").is_file()


def test_wheel_offers_a_console_and_a_window_command(unpacked: Path) -> None:
    commands = next(unpacked.glob("*.dist-info/entry_points.txt")).read_text(encoding="utf-8")
    assert "vmexplorer = vmexplorer.cli.main:main" in commands
    assert "vmexplorer-window = vmexplorer.cli.main:window" in commands


def test_source_distribution_can_be_tested_and_started(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert names >= {
        "pyproject.toml",
        "start.py",
        "requirements.lock",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "src/vmexplorer/resources.py",
        "resources/packs/esxi/pack.yaml",
        "tests/test_packaging.py",
    }


def test_installed_program_uses_its_own_resources(unpacked: Path, tmp_path: Path) -> None:
    done = _run(unpacked, tmp_path, "-c", "from vmexplorer import resources; print(resources.root())")
    assert Path(done.stdout.strip()) == unpacked / "vmexplorer" / "resources", done.stderr


def test_installed_program_checks_its_pack(unpacked: Path, tmp_path: Path) -> None:
    done = _run(unpacked, tmp_path, "-m", "vmexplorer", "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_installed_program_lists_components_as_json(unpacked: Path, tmp_path: Path) -> None:
    done = _run(unpacked, tmp_path, "-m", "vmexplorer", "show", "components", "--json")
    assert done.returncode == 0, done.stderr
    assert "hostd" in json.dumps(json.loads(done.stdout))


@pytest.mark.parametrize(
    "written",
    [
        *_METADATA["project"]["dependencies"],
        *_METADATA["dependency-groups"]["test"],
        *_METADATA["build-system"]["requires"],
    ],
)
def test_lock_pins_what_the_project_asks_for(written: str) -> None:
    requirement = Requirement(written)
    assert requirement.specifier.contains(_PINNED[canonicalize_name(requirement.name)])


def test_lock_has_a_hash_for_every_package_and_names_no_server() -> None:
    entries = re.split(r"\n(?=[a-z])", _LOCK)[1:]
    assert len(entries) == len(_PINNED)
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in _LOCK
    assert "--index-url" not in _LOCK
