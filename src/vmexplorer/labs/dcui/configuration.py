"""What is set on the simulated host: its network, password, services and keyboard."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from vmexplorer.atlas.console import ConsoleHost, ConsoleNetwork


class Addressing(StrEnum):
    """Where addresses come from."""

    OFF = "off"
    AUTOMATIC = "automatic"
    STATIC = "static"


class Switch(StrEnum):
    """The switch on which the management interface stands."""

    STANDARD = "standard"
    DISTRIBUTED = "distributed"


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """The settings of the management network; addresses are texts as they were typed."""

    adapters: tuple[str, ...]
    vlan: int
    ipv4: Addressing
    address: str
    mask: str
    gateway: str
    ipv6: Addressing
    address6: str
    gateway6: str
    automatic_names: bool
    name_servers: tuple[str, str]
    name: str
    suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HostConfiguration:
    """Everything the console can change. Times are minutes, 0 for none."""

    password: str
    network: NetworkSettings
    network_on: bool = True
    switch: Switch = Switch.STANDARD
    managed: bool = True
    lockdown: bool = False
    shell_on: bool = False
    ssh_on: bool = False
    availability: int = 0
    idle: int = 0
    keyboard: str = ""
    machines: int = 0


def first_configuration(host: ConsoleHost, network: ConsoleNetwork, password: str, switch: Switch) -> HostConfiguration:
    """The host as the lab begins with it: set up, part of a vCenter, with running virtual machines."""
    servers = (*network.name_servers, "", "")
    settings = replace(
        default_network(host),
        adapters=tuple([adapter.name for adapter in host.adapters if adapter.management]),
        vlan=network.vlan,
        ipv4=Addressing.STATIC,
        address=network.address,
        mask=network.mask,
        gateway=network.gateway,
        automatic_names=False,
        name_servers=(servers[0], servers[1]),
        name=host.name,
        suffixes=(network.domain,),
    )
    return HostConfiguration(password, settings, switch=switch, keyboard=host.keyboards[0], machines=host.machines)


def default_network(host: ConsoleHost) -> NetworkSettings:
    """The management network as it is after the installation."""
    return NetworkSettings(
        adapters=tuple([adapter.name for adapter in host.adapters[:1]]),
        vlan=0,
        ipv4=Addressing.AUTOMATIC,
        address="",
        mask="",
        gateway="",
        ipv6=Addressing.AUTOMATIC,
        address6="",
        gateway6="",
        automatic_names=True,
        name_servers=("", ""),
        name="localhost",
        suffixes=(),
    )


def reset_configuration(host: ConsoleHost) -> HostConfiguration:
    """The host after its configuration was reset: no password, no vCenter, no registered machines."""
    return HostConfiguration("", default_network(host), managed=False, keyboard=host.keyboards[0])
