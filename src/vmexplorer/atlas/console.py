"""The direct console of a host: its menus by era, the simulated host behind them, and what is known of both."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fields import described


class Menu(StrEnum):
    """The menus of the console; that of the logs is made of the logs."""

    CUSTOMIZATION = "customization"
    NETWORK = "network"
    RESTORE = "restore"
    TROUBLESHOOTING = "troubleshooting"
    LOGS = "logs"


class Behaviour(StrEnum):
    """What a menu item does."""

    PASSWORD = "password"  # noqa: S105 - no password: a word of the pack files
    LOCKDOWN = "lockdown"
    NETWORK_MENU = "network-menu"
    ADAPTERS = "adapters"
    VLAN = "vlan"
    IPV4 = "ipv4"
    IPV6 = "ipv6"
    DNS = "dns"
    SUFFIXES = "suffixes"
    RESTART_NETWORK = "restart-network"
    TEST_NETWORK = "test-network"
    DISABLE_NETWORK = "disable-network"
    RESTORE_MENU = "restore-menu"
    RESTORE_NETWORK = "restore-network"
    RESTORE_STANDARD_SWITCH = "restore-standard-switch"
    RESTORE_DISTRIBUTED_SWITCH = "restore-distributed-switch"
    KEYBOARD = "keyboard"
    TROUBLESHOOTING_MENU = "troubleshooting-menu"
    SHELL = "shell"
    SSH = "ssh"
    TIME_OUTS = "time-outs"
    RESTART_AGENTS = "restart-agents"
    LOGS_MENU = "logs-menu"
    SUPPORT = "support"
    RESET = "reset"


OPENS = {
    Behaviour.NETWORK_MENU: Menu.NETWORK,
    Behaviour.RESTORE_MENU: Menu.RESTORE,
    Behaviour.TROUBLESHOOTING_MENU: Menu.TROUBLESHOOTING,
    Behaviour.LOGS_MENU: Menu.LOGS,
}


class Place(StrEnum):
    """The screens of the console that belong to no menu item."""

    WELCOME = "welcome"
    LOG_IN = "log-in"
    CUSTOMIZATION = "customization"
    LOG = "log"
    POWER = "power"
    SHELL = "shell"
    SUMMARY = "summary"
    KERNEL_LOG = "kernel-log"
    NO_DCUI = "no-dcui"
    PURPLE = "purple"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class EraNote:
    """A statement that holds in some eras."""

    says: Statement = described("what to know")
    eras: EraRange | None = described("the eras in which it holds; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class EraName:
    """What a row says in some eras."""

    eras: EraRange = described("the eras in which it says this")
    name: str = described("what it says", max_length=36)
    name_when_on: str = described("what it says while the thing is switched on", default="", max_length=36)


@dataclass(frozen=True, slots=True)
class ConsoleItem:
    """One row of a menu of the console."""

    id: str = described("id, unique in the pack")
    does: Behaviour = described("what the row does")
    menu: Menu = described("the menu in which it stands")
    name: str = described("what the row says", max_length=36)
    help: tuple[Statement, ...] = described("the explanation to the right of the menu")
    notes: tuple[EraNote, ...] = described("what to know beside the screen, first how the row itself is known")
    name_when_on: str = described("what the row says while the thing is switched on", default="", max_length=36)
    names: tuple[EraName, ...] = described("what the row says in the eras that call it otherwise", default=())
    apart: bool = described("whether an empty row stands before it", default=False)
    eras: EraRange | None = described("the eras whose menus have it; left out: all", default=None)
    touches: tuple[str, ...] = described("the components that it works on", default=(), ref="component")
    links: tuple[str, ...] = described("the links that it goes along", default=(), ref="link")
    needs: tuple[str, ...] = described("the components without which it fails", default=(), ref="component")
    flow: str | None = described("the flow that shows what happens behind the screen", default=None, ref="flow")
    branch: str = described("the branch of the flow for settings that do not work", default="")


@dataclass(frozen=True, slots=True)
class ConsolePlace:
    """A screen of the console that belongs to no menu item."""

    id: Place = described("which screen")
    name: str = described("its name", max_length=40)
    notes: tuple[EraNote, ...] = described("what to know beside the screen")
    touches: tuple[str, ...] = described("the components that it shows or works on", default=(), ref="component")
    links: tuple[str, ...] = described("the links that it goes along", default=(), ref="link")


@dataclass(frozen=True, slots=True)
class ConsoleProduct:
    """What the simulated host runs in some eras."""

    id: str = described("id, unique in the pack")
    eras: EraRange = described("the eras in which the host runs it")
    name: str = described("product and version on the screen", max_length=40)
    build: str = described("the build beside it", max_length=40)
    clock: str = described("the moment at which the screen is looked at, such as 2026-03-02T08:16:00")
    password: str = described('the password of root at first; "" for none', may_be_empty=True, max_length=40)
    known: Statement = described("how product and password are known")


@dataclass(frozen=True, slots=True)
class ConsoleAdapter:
    """A network adapter of the simulated host."""

    name: str = described("such as vmnic0", max_length=8)
    model: str = described("maker and model", max_length=30)
    mac: str = described("its hardware address", max_length=17)
    connected: bool = described("whether a cable with a link is in it")
    management: bool = described("whether the management network can be reached through it")


@dataclass(frozen=True, slots=True)
class ConsoleHost:
    """The simulated host."""

    name: str = described("host name without the domain", max_length=20)
    maker: str = described("maker of the server", max_length=40)
    model: str = described("model of the server", max_length=40)
    processors: str = described("its processors", max_length=70)
    memory: str = described("its memory", max_length=40)
    serial: str = described("serial number", max_length=40)
    licence: str = described("licence key, made up", max_length=40)
    thumbprint: str = described("fingerprint of its certificate, made up", max_length=60)
    machines: int = described("how many virtual machines run on it")
    adapters: tuple[ConsoleAdapter, ...] = described("its network adapters")
    keyboards: tuple[str, ...] = described("the keyboard layouts it offers, the usual one first")


@dataclass(frozen=True, slots=True)
class ConsoleName:
    """An entry of the name servers of the simulated network."""

    name: str = described("full name")
    address: str = described("the IPv4 address it stands for")


@dataclass(frozen=True, slots=True)
class ConsoleNetwork:
    """The simulated management network; settings that do not fit it do not work."""

    domain: str = described("the domain of the host")
    address: str = described("the IPv4 address of the host at first")
    mask: str = described("the subnet mask")
    gateway: str = described("the router")
    vlan: int = described("the VLAN whose frames the switch delivers; 0 for none")
    name_servers: tuple[str, ...] = described("the addresses of the two DNS servers")
    lease: str = described("the IPv4 address that its DHCP server gives the host")
    address6: str = described("an IPv6 address with its prefix length that fits the network")
    gateway6: str = described("its IPv6 router")
    vcenter: str = described("the address of vCenter")
    names: tuple[ConsoleName, ...] = described("what its name servers know")


@dataclass(frozen=True, slots=True)
class ConsoleAgent:
    """A service that a restart of the management agents goes through."""

    id: str = described("the name as the script prints it")
    component: str | None = described("the component it is, when the pack has one", default=None, ref="component")
    eras: EraRange | None = described("the eras in which it is there; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class Console:
    """The direct console (console.yaml)."""

    host: ConsoleHost = described("the simulated host")
    network: ConsoleNetwork = described("the network it stands in")
    products: tuple[ConsoleProduct, ...] = described("what it runs, by era")
    items: tuple[ConsoleItem, ...] = described("the rows of all menus, in their order")
    places: tuple[ConsolePlace, ...] = described("the screens outside the menus")
    agents: tuple[ConsoleAgent, ...] = described(
        "the services that a restart of the agents stops, in this order; it starts them in the reverse order"
    )
