"""What sorts of components there are."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a component is."""

    KERNEL = "kernel"
    USER_WORLD = "user world"
    VM_PROCESS = "VM process"
    VCENTER = "vCenter service"
    CLIENT = "client"
    STORAGE = "storage"
    HARDWARE = "hardware"
    STANDARD = "management standard"
