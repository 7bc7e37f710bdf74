"""``dcui``: presses keys at the direct console of a simulated host and prints its screen."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from vmexplorer.cli.arguments import add_era, add_json, add_pack
from vmexplorer.cli.output import write_json, write_lines
from vmexplorer.cli.usage import Subparsers

if TYPE_CHECKING:
    from vmexplorer.atlas.atlas import Atlas
    from vmexplorer.labs.dcui.effects import Effect
    from vmexplorer.labs.dcui.surroundings import Surroundings

_KEYS = """\
Keys stand between blanks: F1 to F12, Alt+F1 to Alt+F12, Enter, Esc, Up, Down, Left, Right, Tab, Space, Backspace,
PageUp, PageDown, Home, End, single characters, and text in quotes, which is typed letter by letter. x3 behind a key
presses it three times. Wait lets time pass until what is under way has ended, else a minute. The simulated host takes
the user root with the password VMware1!; in ESXi 3.5 the password is empty.
"""


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "dcui",
        help="press keys at the direct console of a host",
        description="Presses keys at the direct console (DCUI) of a simulated host and prints its screen, 25 lines.",
        epilog=_KEYS,
    )
    parser.add_argument("--keys", default="", metavar="KEYS", help="""such as 'F2 "VMware1!" Enter Down Enter'""")
    add_era(parser)
    parser.add_argument("--stop", action="append", default=[], metavar="NAME", help="a component that is stopped")
    parser.add_argument("--hang", action="append", default=[], metavar="NAME", help="a component that hangs")
    parser.add_argument("--cut", action="append", default=[], metavar="LINK", help="a link that is cut")
    add_json(parser)
    add_pack(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Writes the screen as it is after the keys."""
    from vmexplorer.app.packs import load_pack
    from vmexplorer.labs.dcui.keys import parse_keys
    from vmexplorer.labs.dcui.machine import press_all
    from vmexplorer.labs.dcui.screen import screen
    from vmexplorer.labs.dcui.state import begin, with_surroundings

    keys = parse_keys(arguments.keys)
    atlas = load_pack(arguments.pack)
    fresh = begin(atlas, arguments.era or atlas.era_ids[-1])
    state, effects = press_all(with_surroundings(fresh, _surroundings(atlas, arguments)), keys)
    shown = screen(state)
    if arguments.json:
        write_json(
            {
                "era": state.book.era,
                "title": shown.title,
                "keys": list(keys),
                "screen": list(shown.lines()),
                "effects": [_record(effect) for effect in effects],
            }
        )
    else:
        write_lines(shown.lines())
    return 0


def _surroundings(atlas: Atlas, arguments: argparse.Namespace) -> Surroundings:
    from vmexplorer.atlas.naming import component_named
    from vmexplorer.labs.dcui.surroundings import Surroundings

    return Surroundings(
        stopped=frozenset(component_named(atlas, name).id for name in arguments.stop),
        hung=frozenset(component_named(atlas, name).id for name in arguments.hang),
        cut=frozenset(atlas.link(id).id for id in arguments.cut),
    )


def _record(effect: Effect) -> dict[str, Any]:
    return {"effect": type(effect).__name__, **effect._asdict()}
