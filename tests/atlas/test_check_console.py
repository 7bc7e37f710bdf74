"""Direct consoles that cannot be shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import atlas_of, copy_tiny_pack, edit, line_of, only, problems_of, write
from vmexplorer.atlas.console import Place

FILE, LOGS = "console.yaml", "console-logs.yaml"

HEAD = """\
host:
  name: one
  maker: Some
  model: Model
  processors: two
  memory: some
  serial: S1
  licence: none
  thumbprint: "00"
  machines: 1
  adapters:
    - {name: vmnic0, model: Plain, mac: "00", connected: true, management: true}
  keyboards: [Plain]
network:
  domain: lab.example
  address: 192.0.2.5
  mask: 255.255.255.0
  gateway: 192.0.2.1
  vlan: 0
  name_servers: [192.0.2.53]
  lease: 192.0.2.9
  address6: 2001:db8::5/64
  gateway6: 2001:db8::1
  vcenter: 192.0.2.10
  names: [{name: one.lab.example, address: 192.0.2.5}]
agents:
  - {id: agent, component: agent}
products:
  - {id: old, eras: ..e5, name: Old, build: "1", clock: 2013-06-10T09:00:00, password: "", known: "So. [gk]"}
  - {id: new, eras: e8.., name: New, build: "2", clock: 2026-03-02T08:00:00, password: "", known: "So. [gk]"}
items:
  - id: secret
    does: password
    menu: customization
    name: Configure Password
    help: [It sets the password. [gk]]
    notes: [{says: "It is known. [v:S1]"}]
    touches: [agent]
    links: [L1]
    needs: [agent]
    flow: F01
  - {id: door, does: network-menu, menu: customization, name: Net, help: ["So. [gk]"], notes: [{says: "So. [gk]"}]}
  - {id: lane, does: vlan, menu: network, eras: e8.., name: VLAN, help: ["So. [gk]"], notes: [{says: "So. [gk]"}]}
  - {id: lane-old, does: vlan, menu: network, eras: ..e5, name: Lane, help: ["So. [gk]"], notes: [{says: "So. [gk]"}]}
places:
"""
LOG = """\
logs:
  - id: words
    name: Words
    writer: agent
    help: ["It tells. [gk]"]
    forms:
      - {file: words.log, line: "{time} {says}", known: "So. [gk]"}
    entries:
      - {says: hello}
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The tiny pack with a console of two menus and one log."""
    folder = copy_tiny_pack(tmp_path)
    places = [f'  - {{id: "{place}", name: Some, notes: [{{says: "So. [gk]"}}]}}\n' for place in Place]
    head = HEAD.replace("[It sets the password. [gk]]", '["It sets the password. [gk]"]')
    write(folder, FILE, head + "".join(places))
    write(folder, LOGS, LOG)
    return folder


def test_a_console_that_fits_is_no_problem(pack: Path) -> None:
    assert problems_of(pack) == ()
    console = atlas_of(pack).console
    assert console is not None
    assert [item.id for item in console.items] == ["secret", "door", "lane", "lane-old"]


def test_a_pack_needs_no_console(tmp_path: Path) -> None:
    assert atlas_of(copy_tiny_pack(tmp_path)).console is None


@pytest.mark.parametrize(
    ("old", "new", "key", "text", "hint"),
    [
        (
            "does: password",
            "does: pasword",
            "items[0].does",
            "is 'pasword' and must be one of",
            "nearest is 'password'",
        ),
        ("touches: [agent]", "touches: [agnet]", "items[0].touches[0]", "names the component 'agnet'", "'agent'"),
        ("links: [L1]", "links: [L9]", "items[0].links[0]", "names the link 'L9', which does not exist", ""),
        ("needs: [agent]", "needs: [aget]", "items[0].needs[0]", "names the component 'aget'", "'agent'"),
        ("flow: F01", "flow: F10", "items[0].flow", "names the flow 'F10', which does not exist", "'F01'"),
        ("flow: F01", "branch: wrong", "items[0].branch", "needs the flow that it is a branch of", ""),
        ("flow: F01", "flow: F01\n    branch: wrong", "items[0].branch", "is 'wrong', which 'F01' does not have", ""),
        ("known. [v:S1]", "known. [v:S8]", "items[0].notes[0].says", "cites the source 'S8'", ""),
        ("id: door, does: network-menu", "id: door, does: vlan", None, "", ""),
        ("menu: network, eras: e8..", "menu: restore, eras: e8..", None, "", ""),
        (
            "id: lane-old, does: vlan, menu: network, eras: ..e5",
            "id: lane-old, does: vlan, menu: network",
            None,
            "",
            "",
        ),
        ("eras: ..e5, name: Old", "eras: e5.., name: Old", "products[1].eras", "covers", "an era has one product"),
        ("clock: 2013-06-10T09:00:00", "clock: yesterday", "products[0].clock", "which is no moment", "2026-03-02T08"),
        ("eras: e8.., name: New", "eras: e9.., name: New", "products[1].eras", "names the era 'e9'", ""),
    ],
)
def test_what_does_not_fit_is_named(pack: Path, old: str, new: str, key: str | None, text: str, hint: str) -> None:
    edit(pack, FILE, old, new)
    problems = problems_of(pack)
    assert problems
    if key is None:
        return
    found = [problem for problem in problems if problem.key == key and text in problem.text]
    assert found, "\n".join(str(problem) for problem in problems)
    assert hint in found[0].hint


@pytest.mark.parametrize(
    ("old", "new", "texts"),
    [
        (
            "id: door, does: network-menu",
            "id: door, does: support",
            [
                "items[2].menu: is 'network', which no row opens in",
                "items[3].menu: is 'network', which no row opens in",
            ],
        ),
        ("eras: ..e5, name: Lane", "eras: e8.., name: Lane", ["opens a menu that has no row", "as another row of the"]),
    ],
)
def test_menus_are_reached_and_filled(pack: Path, old: str, new: str, texts: list[str]) -> None:
    edit(pack, FILE, old, new)
    problems = [str(problem) for problem in problems_of(pack)]
    assert len(problems) == len(texts)
    for text in texts:
        assert any(text in problem for problem in problems), problems


def test_an_era_without_a_product(pack: Path) -> None:
    edit(pack, FILE, "eras: e8.., name: New", "eras: ..e5, name: New")
    keys = [problem.key for problem in problems_of(pack)]
    assert keys == ["products", "products[1].eras"]


def test_a_screen_without_notes(pack: Path) -> None:
    edit(pack, FILE, '  - {id: "purple", name: Some, notes: [{says: "So. [gk]"}]}\n', "")
    problem = only(problems_of(pack))
    assert (problem.key, problem.text) == ("places", "lack purple")


def test_a_menu_that_does_not_fit_on_the_screen(pack: Path) -> None:
    rows = [
        f'  - {{id: r{number}, does: {does}, menu: customization, apart: true, name: R, help: ["So. [gk]"],'
        ' notes: [{says: "So. [gk]"}]}\n'
        for number, does in enumerate(
            ["support", "reset", "keyboard", "lockdown", "ssh", "shell", "time-outs", "ipv4", "dns"]
        )
    ]
    edit(pack, FILE, "  - {id: lane,", "".join(rows) + "  - {id: lane,")
    assert {problem.key for problem in problems_of(pack)} == {"items"}
    assert "20 lines" in str(problems_of(pack)[0])


@pytest.mark.parametrize(
    ("old", "new", "key", "text", "hint"),
    [
        ('line: "{time} {says}"', 'line: "{tme} {says}"', "logs[0].forms[0].line", "the placeholder 'tme'", "'time'"),
        ("says: hello", "says: '{upime} hello'", "logs[0].entries[0].says", "the placeholder 'upime'", "'uptime'"),
        ("says: hello", "says: hello, times: 900", "logs[0].entries[0].times", "must lie between 1 and 200", ""),
        ("says: hello", "says: hello, ago: -2.5", "logs[0].entries[0].ago", "is -2.5 and must be greater than 0", ""),
        ("writer: agent", "writer: agents", "logs[0].writer", "names the component 'agents'", "'agent'"),
        ('known: "So. [gk]"}', 'known: "So. [gk]", eras: e8..}', "logs[0].forms", "0 forms; each era needs one", ""),
        ("says: hello", "says: hello, when: sleeping", "logs[0].entries[0].when", "must be one of", ""),
    ],
)
def test_logs_that_do_not_fit(pack: Path, old: str, new: str, key: str, text: str, hint: str) -> None:
    edit(pack, LOGS, old, new)
    problem = only(problems_of(pack))
    assert (problem.file, problem.key) == (LOGS, key)
    assert problem.line == line_of(pack, LOGS, new) or "forms" in key
    assert text in problem.text
    assert hint in problem.hint


def test_more_logs_than_digits(pack: Path) -> None:
    entry = LOG.removeprefix("logs:\n")
    write(pack, LOGS, "logs:\n" + "".join(entry.replace("id: words", f"id: words{number}") for number in range(10)))
    assert "10 in" in problems_of(pack)[0].text
