"""The shipped pack for the tests of this folder."""

import pytest

from tests.helpers.shipped import pictures, shipped_atlas
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.drawing.wiring import Wiring


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return shipped_atlas()


@pytest.fixture(scope="session")
def every_picture(atlas: Atlas) -> tuple[Wiring, ...]:
    """Every view of the shipped pack in every era."""
    return tuple(pictures())
