"""Draws the screens outside the menus: welcome, logs, the other terminals, and a host that does not run."""

from __future__ import annotations

from vmexplorer.labs.dcui.cells import COLUMNS, ROWS, Shade, Sheet
from vmexplorer.labs.dcui.configuration import Addressing
from vmexplorer.labs.dcui.frames import LogFrame
from vmexplorer.labs.dcui.network import NO_LEASE, full_name, network_of
from vmexplorer.labs.dcui.pager import ROWS as LOG_ROWS
from vmexplorer.labs.dcui.pager import wrapped
from vmexplorer.labs.dcui.shell import has_shell, prompt, typed
from vmexplorer.labs.dcui.state import ConsoleState

_HALF = 12
_LEFT = 4
_KERNEL_LOGS = ("vmkernel", "messages")


def draw_welcome(sheet: Sheet, state: ConsoleState) -> str:
    """Draws the welcome screen; returns its address in words."""
    host = state.book.host
    for row, text in (
        (3, state.book.product.name),
        (4, f"({state.book.product.build})"),
        (6, f"{host.maker} {host.model}"),
        (8, host.processors),
        (9, host.memory),
    ):
        sheet.put(row, _LEFT, text)
    sheet.fill(_HALF, 0, ROWS - _HALF, COLUMNS, Shade.YELLOW)
    lines = _reachable_at(state)
    for row, text in enumerate(lines, start=_HALF + 2):
        sheet.put(row, _LEFT, text)
    sheet.bar(ROWS - 1, "<F2> Customize System/View Logs", "<F12> Shut Down/Restart")
    return " ".join(lines)


def _reachable_at(state: ConsoleState) -> list[str]:
    host, settings = state.host, state.host.network
    if not host.network_on:
        return ["The management network is disabled."]
    lease = network_of(state)
    if lease.address == NO_LEASE:
        return [
            "No DHCP server answered.",
            "",
            f"The host has given itself the address {NO_LEASE}.",
            "Set the management network up with F2.",
        ]
    source = "STATIC" if settings.ipv4 is Addressing.STATIC else "DHCP"
    lines = ["To manage this host, go to:", "", f"https://{full_name(state)}/", f"https://{lease.address}/ ({source})"]
    if settings.ipv6 is Addressing.STATIC:
        lines.append(f"https://[{settings.address6.partition('/')[0]}]/ (STATIC)")
    if host.lockdown:
        lines += ["", "Lockdown mode is on."]
    return lines


def draw_log(sheet: Sheet, state: ConsoleState, frame: LogFrame) -> str:
    """Draws a log; returns its first row on the screen."""
    rows = wrapped(state, frame.log)
    sheet.fill(0, 0, ROWS, COLUMNS, Shade.TERMINAL)
    wanted = frame.search.casefold()
    shown = rows[frame.top : frame.top + LOG_ROWS]
    for place, row in enumerate(shown):
        sheet.put(place, 0, row)
        found = row.casefold().find(wanted) if wanted else -1
        while found >= 0:
            sheet.put(place, found, row[found : found + len(wanted)], Shade.FOUND)
            found = row.casefold().find(wanted, found + len(wanted))
    last = min(frame.top + LOG_ROWS, len(rows))
    book = state.book.log(frame.log)
    left = f"/{frame.search}" if frame.typing else book.form.file
    sheet.bar(ROWS - 2, left, f"rows {min(frame.top + 1, last)}-{last} of {len(rows)}")
    if frame.typing:
        sheet.cursor = (ROWS - 2, 1 + len(left))
        sheet.bar(ROWS - 1, "<Enter> Search", "<Esc> Cancel")
    else:
        sheet.bar(ROWS - 1, "<Up/Down/PgUp/PgDn> Scroll  </> Search  <n> Next", "<Esc> Exit")
    return shown[0] if shown else "empty"


def draw_shell(sheet: Sheet, state: ConsoleState) -> str:
    """Draws the local shell; returns its last line."""
    sheet.fill(0, 0, ROWS, COLUMNS, Shade.TERMINAL)
    if not has_shell(state):
        lines = ["The shell on this terminal is switched off.", "", "<Alt+F2> leads back to the console."]
        for row, line in enumerate(lines):
            sheet.put(row, 0, line)
        return lines[0]
    before = [f"{state.book.product.name} ({state.book.product.build})", "", *state.shell.lines]
    last = f"{prompt(state)}{typed(state)}"
    lines = [*before, last][-ROWS:]
    for row, line in enumerate(lines):
        sheet.put(row, 0, line[:COLUMNS])
    sheet.cursor = (len(lines) - 1, min(len(last), COLUMNS - 1))
    return last


def draw_summary(sheet: Sheet, state: ConsoleState) -> str:
    """Draws the summary on Alt+F11; returns the product."""
    sheet.fill(0, 0, ROWS, COLUMNS, Shade.TERMINAL)
    host, lease = state.book.host, network_of(state)
    product = f"{state.book.product.name} ({state.book.product.build})"
    sheet.put(1, 1, product, Shade.TERMINAL_STRONG)
    lines = [
        f"{host.maker} {host.model}",
        f"{host.processors}, {host.memory}",
        "",
        f"Host      {full_name(state)}",
        f"Address   {lease.address if state.host.network_on else 'none'}",
        f"Machines  {state.host.machines}",
        "",
    ]
    for adapter in host.adapters:
        lines.append(f"{adapter.name:<9} {adapter.mac}  {'link' if adapter.connected else 'no link'}")
    for row, line in enumerate(lines, start=3):
        sheet.put(row, 1, line)
    return product


def draw_kernel_log(sheet: Sheet, state: ConsoleState) -> str:
    """Draws the end of the kernel's log on Alt+F12; returns its last row."""
    sheet.fill(0, 0, ROWS, COLUMNS, Shade.TERMINAL)
    known = {book.log.id for book in state.book.logs}
    id = next(log for log in _KERNEL_LOGS if log in known)
    rows = wrapped(state, id)[-ROWS:]
    for place, row in enumerate(rows):
        sheet.put(place, 0, row)
    return rows[-1] if rows else "empty"


def draw_purple(sheet: Sheet, state: ConsoleState) -> str:
    """Draws the screen of a kernel that has failed; returns what it means."""
    sheet.fill(0, 0, ROWS, COLUMNS, Shade.PURPLE)
    said = "The VMkernel has stopped. All virtual machines of this host have stopped with it."
    lines = [f"{state.book.product.name} {state.book.product.build}", "", said, "", "Only a restart of the host helps."]
    for row, line in enumerate(lines, start=1):
        sheet.put(row, 1, line[: COLUMNS - 2])
    return said


def draw_no_console(sheet: Sheet, _state: ConsoleState) -> str:
    """Draws the terminal of a console program that does not run; returns what it means."""
    sheet.fill(0, 0, ROWS, COLUMNS, Shade.TERMINAL)
    said = "The console program does not run."
    sheet.put(1, 1, said)
    sheet.put(3, 1, "The other terminals: <Alt+F1> shell, <Alt+F12> VMkernel log.")
    return said


def draw_off(sheet: Sheet) -> str:
    """Draws a host that is off; returns how to start it."""
    sheet.fill(0, 0, ROWS, COLUMNS, Shade.OFF)
    return "The host is off. Any key starts it."
