"""Checks that the direct console can be shown in every era."""

from __future__ import annotations

from collections.abc import Sequence

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_eras import era_names
from vmexplorer.atlas.console import OPENS, Console, ConsoleItem, Menu, Place
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.lifespan import eras_covered
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import CONSOLE

MOST_ROWS = 19  # of a menu, empty ones included


def check_console(pack: Pack, atlas: Atlas, findings: Findings) -> None:
    """Notes eras without a product, menus that cannot be reached, and what rows refer to in vain."""
    if pack.console is None:
        return
    console = pack.console
    _check_products(console, atlas, findings)
    _check_places(console, findings)
    _check_menus(console, atlas, findings)
    for number, item in enumerate(console.items):
        _check_flow(f"items[{number}]", item, atlas, findings)
        _check_parts(f"items[{number}]", item, atlas, findings)


def _check_products(console: Console, atlas: Atlas, findings: Findings) -> None:
    from datetime import datetime

    taken: dict[str, str] = {}
    for number, product in enumerate(console.products):
        for era in eras_covered(atlas.era_ids, product.eras):
            if era in taken:
                text = f"covers {era_names(atlas, [era])}, as {quoted(taken[era])} does"
                findings.add(CONSOLE.place, f"products[{number}].eras", text, "an era has one product")
            taken[era] = product.id
        try:
            datetime.fromisoformat(product.clock)
        except ValueError:
            text = f"is {quoted(product.clock)}, which is no moment"
            findings.add(CONSOLE.place, f"products[{number}].clock", text, "write it like 2026-03-02T08:16:00")
    bare = [era for era in atlas.era_ids if era not in taken]
    if bare:
        findings.add(CONSOLE.place, "products", f"leave {era_names(atlas, bare)} without a product")


def _check_places(console: Console, findings: Findings) -> None:
    known = {place.id for place in console.places}
    missing = [place.value for place in Place if place not in known]
    if missing:
        findings.add(CONSOLE.place, "places", f"lack {', '.join(missing)}", "each screen needs its notes")


def _check_menus(console: Console, atlas: Atlas, findings: Findings) -> None:
    for era in atlas.era_ids:
        rows = [(n, item) for n, item in enumerate(console.items) if era in eras_covered(atlas.era_ids, item.eras)]
        opened = {OPENS[item.does] for _, item in rows if item.does in OPENS} | {Menu.CUSTOMIZATION}
        filled = {item.menu for _, item in rows} | {Menu.LOGS}
        seen: set[tuple[Menu, str]] = set()
        for number, item in rows:
            key = f"items[{number}]"
            if item.menu not in opened:
                text = f"is {quoted(item.menu.value)}, which no row opens in {era_names(atlas, [era])}"
                findings.add(CONSOLE.place, f"{key}.menu", text)
            if item.does in OPENS and OPENS[item.does] not in filled:
                text = f"opens a menu that has no row in {era_names(atlas, [era])}"
                findings.add(CONSOLE.place, f"{key}.does", text)
            if (item.menu, item.does) in seen:
                text = f"is {quoted(item.does.value)}, as another row of the same menu in {era_names(atlas, [era])}"
                findings.add(CONSOLE.place, f"{key}.does", text)
            seen.add((item.menu, item.does))
        _check_height([item for _, item in rows], era, atlas, findings)


def _check_height(items: Sequence[ConsoleItem], era: str, atlas: Atlas, findings: Findings) -> None:
    for menu in Menu:
        height = sum(2 if item.apart else 1 for item in items if item.menu is menu)
        if height > MOST_ROWS:
            text = f"give the menu {quoted(menu.value)} {height} lines in {era_names(atlas, [era])}; {MOST_ROWS} fit"
            findings.add(CONSOLE.place, "items", text)


def _check_flow(key: str, item: ConsoleItem, atlas: Atlas, findings: Findings) -> None:
    flow = atlas.flows.get(item.flow or "")
    if flow is None:
        if item.branch and not item.flow:
            findings.add(CONSOLE.place, f"{key}.branch", "needs the flow that it is a branch of")
        return
    offered = atlas.eras_of(flow)
    missing = [era for era in eras_covered(atlas.era_ids, item.eras) if era not in offered]
    if missing:
        text = f"is {quoted(flow.id)}, which is not offered in {era_names(atlas, missing)}"
        findings.add(CONSOLE.place, f"{key}.flow", text)
    branches = [branch.id for branch in flow.branches]
    if item.branch and item.branch not in branches:
        text = f"is {quoted(item.branch)}, which {quoted(flow.id)} does not have"
        findings.add(CONSOLE.place, f"{key}.branch", text, findings.suggest(item.branch, branches))


def _check_parts(key: str, item: ConsoleItem, atlas: Atlas, findings: Findings) -> None:
    shown = eras_covered(atlas.era_ids, item.eras)
    lives = {**atlas.component_eras, **atlas.link_eras}
    for name, parts in (("touches", item.touches), ("links", item.links), ("needs", item.needs)):
        for number, part in enumerate(parts):
            # An id that nothing has is reported with all other dangling references.
            if not any(era in lives.get(part, shown) for era in shown):
                text = f"is {quoted(part)}, which does not exist in any era of the row"
                findings.add(CONSOLE.place, f"{key}.{name}[{number}]", text)
