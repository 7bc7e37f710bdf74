"""What the console finds around it: which parts of the host and of its network do not work."""

from __future__ import annotations

from dataclasses import dataclass

NETWORK_PARTS = ("vmk-network-stack", "vmk-device-drivers")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is out of order, by the ids of components and links; whoever simulates faults fills it.

    ``unreachable`` components run, but no message gets to them from here. ``blocked`` holds ports
    as the pack writes them, such as ``UDP 53``.
    """

    stopped: frozenset[str] = frozenset()
    hung: frozenset[str] = frozenset()
    unreachable: frozenset[str] = frozenset()
    cut: frozenset[str] = frozenset()
    blocked: frozenset[str] = frozenset()

    def trouble(self, component: str) -> str:
        """What is wrong with a component, such as ``is stopped``; "" when it answers."""
        if component in self.stopped:
            return "is stopped"
        if component in self.hung:
            return "hangs"
        return "does not answer" if component in self.unreachable else ""

    def network_trouble(self) -> str:
        """What keeps the whole network from working, as a sentence without its full stop; or ""."""
        for part in NETWORK_PARTS:
            trouble = self.trouble(part)
            if trouble:
                return f"{part} {trouble}"
        return "the console does not reach the kernel" if "L26" in self.cut else ""

    def without(self, components: frozenset[str]) -> Surroundings:
        """The same after these components have been started afresh."""
        return Surroundings(self.stopped - components, self.hung - components, self.unreachable, self.cut, self.blocked)
