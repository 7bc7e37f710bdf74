"""``check``: names everything that is wrong in a pack."""

from __future__ import annotations

import argparse

from vmexplorer.cli.arguments import pack_folder
from vmexplorer.cli.output import write_lines
from vmexplorer.cli.usage import Subparsers


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "check",
        help="check a content pack",
        description="Names everything that is wrong in a content pack, each problem with its file and line."
        " The exit code is 0 for a sound pack, 1 for problems and 2 when the pack cannot be opened.",
    )
    parser.add_argument(
        "pack", nargs="?", type=pack_folder, metavar="PACK", help="its folder; the shipped pack if left out"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Checks the pack and writes a line for each problem; returns 0 or 1."""
    from vmexplorer import resources
    from vmexplorer.app.stop_labs import lab_problems
    from vmexplorer.atlas.loading import load
    from vmexplorer.errors import PackError

    folder = arguments.pack or resources.pack()
    try:
        atlas = load(folder)
        problems = lab_problems(atlas, folder)
    except PackError as error:
        problems = error.problems
    if problems:
        count = len(problems)
        write_lines([str(problem).removeprefix(": ") for problem in problems])
        write_lines([f"{count} problem{'s' if count != 1 else ''} in {folder}"])
        return 1
    counts = (
        ("component", atlas.components),
        ("link", atlas.links),
        ("flow", atlas.flows),
        ("view", atlas.views),
        ("tour", atlas.tours),
    )
    parts = ", ".join([f"{len(things)} {name}{'s' if len(things) != 1 else ''}" for name, things in counts if things])
    write_lines([f"{atlas.manifest.name}: {parts}; no problems"])
    return 0
