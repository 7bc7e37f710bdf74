"""Rules of the house that the linters do not know."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_SOURCE = Path(__file__).resolve().parents[1] / "src"
_PACKAGE = _SOURCE / "vmexplorer"
_URL_ROUTER = "vmexplorer/ui/links.py"
_LONGEST_FILE = 300
_LONGEST_FUNCTION = 40
_COLOUR = re.compile(r"(?:^|:\s*)#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")  # alone or in a style sheet

# A rule yields the line numbers at which a module breaks it.
Rule = Callable[[str, ast.Module], Iterator[int]]


def _calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the last part of the called name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Attribute(attr=name) | ast.Name(id=name):
                    yield name, node


def _forbid(*names: str) -> Rule:
    def rule(_path: str, tree: ast.Module) -> Iterator[int]:
        yield from (call.lineno for name, call in _calls(tree) if name in names)

    return rule


def _bound_slots(_path: str, tree: ast.Module) -> Iterator[int]:
    """A lambda or partial keeps what it captures alive for ever."""
    for name, call in _calls(tree):
        for slot in call.args if name == "connect" else ():
            if isinstance(slot, ast.Lambda) or (isinstance(slot, ast.Call) and "partial" in ast.dump(slot.func)):
                yield call.lineno


def _safe_yaml(_path: str, tree: ast.Module) -> Iterator[int]:
    for _name, call in _calls(tree):
        match call.func:
            case ast.Attribute(value=ast.Name(id="yaml"), attr=attr) if "load" in attr:
                yield call.lineno


def _one_url_router(path: str, tree: ast.Module) -> Iterator[int]:
    if path != _URL_ROUTER:
        yield from _forbid("openUrl")(path, tree)


def _themed_colours(path: str, tree: ast.Module) -> Iterator[int]:
    if path.startswith(("vmexplorer/ui/", "vmexplorer/drawing/")):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _COLOUR.search(node.value):
                yield node.lineno


def _short_functions(_path: str, tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            last = node.end_lineno or node.lineno
            if last - node.lineno >= _LONGEST_FUNCTION:
                yield node.lineno


def _short_files(_path: str, tree: ast.Module) -> Iterator[int]:
    last = max((node.end_lineno or 0 for node in tree.body), default=0)
    if last > _LONGEST_FILE:
        yield last


# Each rule with a snippet that breaks it, which proves that the rule can fail.
_RULES: dict[str, tuple[Rule, str]] = {
    "slots are bound methods": (_bound_slots, "button.clicked.connect(functools.partial(f, 1))"),
    "slots are no lambdas": (_bound_slots, "button.clicked.connect(lambda: self.go())"),
    "events are left to the event loop": (_forbid("processEvents"), "app.processEvents()"),
    "packs are read by the guarded reader": (_safe_yaml, "yaml.safe_load(text)"),
    "no HTML from data": (_forbid("setHtml"), "label.setHtml(text)"),
    "one place opens addresses": (_one_url_router, "QDesktopServices.openUrl(url)"),
    "library code does not print": (_forbid("print"), "print('x')"),
    "colours come from the theme": (_themed_colours, "QColor('#1e2a3b')"),
    "style sheets take colours from the theme": (_themed_colours, "widget.setStyleSheet('color: #fff;')"),
    "functions are short": (_short_functions, "def f():\n" + "    g()\n" * _LONGEST_FUNCTION),
    "files are short": (_short_files, "x = 1\n" * (_LONGEST_FILE + 1)),
}


@pytest.mark.parametrize("name", _RULES)
def test_source_keeps_the_rule(name: str) -> None:
    rule, _ = _RULES[name]
    broken = []
    for file in sorted(_PACKAGE.rglob("*.py")):
        path = file.relative_to(_SOURCE).as_posix()
        broken += [f"{path}:{line}" for line in rule(path, ast.parse(file.read_text(encoding="utf-8")))]
    assert broken == []


@pytest.mark.parametrize("name", _RULES)
def test_rule_finds_an_offence(name: str) -> None:
    rule, offence = _RULES[name]
    assert len(list(rule("vmexplorer/ui/sample.py", ast.parse(offence)))) == 1


def test_everything_outside_the_user_interface_runs_without_qt() -> None:
    files = (path.relative_to(_SOURCE).with_suffix("") for path in _PACKAGE.rglob("*.py"))
    modules = [".".join(file.parts) for file in files if file.parts[1] not in {"ui", "__main__"}]
    program = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]:\n"
        "    importlib.import_module(name.removesuffix('.__init__'))\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules} & {'PySide6', 'shiboken6', 'networkx'}))\n"
    )
    command = [sys.executable, "-c", program, *modules]
    done = subprocess.run(command, cwd=_SOURCE, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == []
