"""What lies in the store beside the images, as far as upgrades have touched it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vmexplorer.atlas.bank_event import Happening
from vmexplorer.atlas.system_image import Store
from vmexplorer.labs.banks.host import Moment


class StoreContents(NamedTuple):
    """Whose packages lie in the store; ``missing`` says that the image in use finds none of its own."""

    image: str
    missing: bool


def contents(store: Store, moments: Sequence[Moment]) -> StoreContents:
    """What the store holds at the last of some moments.

    Args:
        store: how the store of an era behaves.
        moments: the host from the beginning up to now.
    """
    booted = moments[-1].host.running_bank
    first = moments[0].host.running_bank
    own = booted.image if booted is not None else ""
    if not store.replaced:
        return StoreContents(own, False)
    staged = [moment.event.image for moment in moments if moment.event and moment.event.kind is Happening.STAGE]
    image = staged[-1] if staged else first.image if first is not None else ""
    return StoreContents(image, bool(own) and image != own)
