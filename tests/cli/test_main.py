"""Exit codes, one line for every error, and nothing loaded that is not needed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK, copy_tiny_pack, edit
from vmexplorer import __version__
from vmexplorer.app.request import OpenRequest
from vmexplorer.cli import main as main_module
from vmexplorer.cli import show

_SOURCE = Path(__file__).resolve().parents[2] / "src"
Run = Callable[..., Outcome]


def _process(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(_SOURCE), **variables}
    command = [sys.executable, "-m", "vmexplorer", *words]
    return subprocess.run(command, env=environment, check=False, capture_output=True, encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["shw"], "there is no command 'shw'; did you mean show?"),
        (
            ["xyzzy"],
            "there is no command 'xyzzy'; choose from open, show, describe, route, export, check, blocked, narrate",
        ),
        (["--verison"], "there is no option '--verison' for 'vmexplorer'; did you mean --version?"),
        (["show", "componets"], "there is no list 'componets'; did you mean components?"),
        (["show", "eras", "--jsn"], "there is no option '--jsn' for 'vmexplorer show'; did you mean --json?"),
        (["show", "eras", "--js"], "there is no option '--js' for 'vmexplorer show'; did you mean --json?"),
        (
            ["show"],
            "'vmexplorer show' also needs components|links|flows|views|eras|conditions|cases|tours|commands;",
        ),
        (["show", "eras", "now"], "'now' is one argument too many"),
        (["show", "flow"], "'vmexplorer show flow' also needs FLOW, such as F01; 'vmexplorer show flows' lists them"),
        (
            ["show", "views", "--era", "e8"],
            "--era belongs to 'vmexplorer show flow'; the list of views is for all eras",
        ),
        (["route", "agent"], "'vmexplorer route' also needs TO"),
        (["blocked"], "'vmexplorer blocked' also needs PORT"),
        (["narrate"], "'vmexplorer narrate' also needs FLOW"),
        (["open", "--veiw", "ha"], "there is no option '--veiw' for 'vmexplorer open'; did you mean --view?"),
        (["open", "--era"], "--era: expected one argument"),
        (["describe", "agnt", "--pack", str(TINY_PACK)], "'agnt'; the nearest is 'agent'"),
        (
            ["route", "agent", "proxi", "--pack", str(TINY_PACK)],
            "there is no component 'proxi'; the nearest is 'proxy'",
        ),
        (["route", "agent", "proxy", "--era", "e?", "--pack", str(TINY_PACK)], "there is no era 'e?'"),
        (["route", "agent", "proxy", "--era", "99", "--pack", str(TINY_PACK)], "'vmexplorer show eras' lists them"),
    ],
)
def test_wrong_usage_gives_one_line_with_the_nearest_right_thing(run: Run, words: list[str], expected: str) -> None:
    code, out, error = run(*words)
    assert (code, out) == (2, "")
    assert error.startswith("vmexplorer: ")
    assert expected in error
    assert error.count("\n") == 1
    assert error.endswith("\n")


def test_error_in_a_pack_gives_one_line_and_exit_code_1(run: Run, tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    edit(pack, "components/agent.yaml", "parent: kernel", "parent: kernal")
    code, out, error = run("show", "links", "--pack", pack)
    assert (code, out) == (1, "")
    assert error.startswith("vmexplorer: ")
    assert error.count("\n") == 1
    assert "the nearest is 'kernel'" in error


def test_version_and_help_end_well(run: Run) -> None:
    assert run("--version") == (0, f"vmexplorer {__version__}\n", "")
    code, out, error = run("--help")
    assert (code, error) == (0, "")
    assert all(name in out for name in ("open", "show", "route", "export", "blocked", "narrate"))
    assert run("route", "--help").out.startswith("usage: vmexplorer route ")


def test_without_words_it_opens_the_window(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    fake = _FakeApp(asked)
    monkeypatch.setattr("vmexplorer.cli.window.load_window", lambda: fake)
    monkeypatch.setattr(sys, "argv", ["vmexplorer"])
    assert run().code == 7
    assert main_module.main() == 7
    assert main_module.window() == 7
    assert asked == [OpenRequest()] * 3


class _FakeApp:
    """Stands for the module that opens the window."""

    def __init__(self, asked: list[object]) -> None:
        self._asked = asked

    def run(self, request: object) -> int:
        self._asked.append(request)
        return 7


def test_interrupt_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(show, "write_table", interrupted)
    assert run("show", "eras", "--pack", TINY_PACK) == (130, "", "")


def test_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-m", "vmexplorer", "show", "flows", "--json", "--pack", str(TINY_PACK)]
    read_end, write_end = os.pipe()
    os.close(read_end)
    environment = {**os.environ, "PYTHONPATH": str(_SOURCE)}
    done = subprocess.run(command, env=environment, check=False, stdout=write_end, stderr=subprocess.PIPE)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_is_told_in_one_line() -> None:
    command = [sys.executable, "-m", "vmexplorer", "show", "flows", "--pack", str(TINY_PACK)]
    environment = {**os.environ, "PYTHONPATH": str(_SOURCE)}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, env=environment, check=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr == b"vmexplorer: the output cannot be written: No space left on device\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["check", str(TINY_PACK)], 0),
        (["show", "eras", "--pack", str(TINY_PACK)], 0),
        (["route", "client", "kernel", "--pack", str(TINY_PACK)], 1),
        (["shw"], 2),
        (["blocked", "443", "--pack", str(TINY_PACK)], 0),
        (["blocked", "8307", "--pack", str(TINY_PACK)], 1),
        (["blocked", "444", "--pack", str(TINY_PACK)], 2),
        (["narrate", "F01", "--pack", str(TINY_PACK)], 0),
        (["narrate", "F02", "--pack", str(TINY_PACK)], 2),
        (["show", "flow"], 2),
        (["open", "vmexplorer:view=%zz"], 2),
    ],
)
def test_exit_codes_reach_the_system(words: list[str], code: int) -> None:
    done = _process(*words)
    assert done.returncode == code
    assert len(done.stderr.splitlines()) == (0 if code == 0 else 1)


def test_output_is_utf8_in_every_locale() -> None:
    done = _process("describe", "L1", "--pack", str(TINY_PACK), LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.stdout.startswith("Client → agent")


@pytest.mark.parametrize(
    "words",
    [
        ["show", "components", "--json"],
        ["show", "links"],
        ["describe", "agent"],
        ["describe", "F01", "--json"],
        ["route", "client", "agent"],
        ["check"],
        ["blocked", "TCP", "443"],
        ["show", "flow", "F01"],
        ["narrate", "F01"],
    ],
)
def test_commands_that_only_read_load_no_qt(words: list[str]) -> None:
    words = [*words, str(TINY_PACK)] if words == ["check"] else [*words, "--pack", str(TINY_PACK)]
    program = (
        "import sys\n"
        "from vmexplorer.cli.main import main\n"
        "code = main(sys.argv[1:])\n"
        "heavy = sorted({name.partition('.')[0] for name in sys.modules} & {'PySide6', 'shiboken6'})\n"
        "sys.exit(f'loaded {heavy}' if heavy else code)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(_SOURCE)}
    command = [sys.executable, "-c", program, *words]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_commands_cost_little_to_offer() -> None:
    program = "import sys, vmexplorer.cli.main\nprint(*sorted(n for n in sys.modules if n.startswith('vmexplorer')))\n"
    environment = {**os.environ, "PYTHONPATH": str(_SOURCE)}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, encoding="utf-8")
    rooms = {name.split(".")[1] for name in done.stdout.split() if "." in name}
    assert rooms == {"cli", "errors"}
