"""Someone who looks at the shipped pack."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shared_book
from vmexplorer.app.explorer import Explorer
from vmexplorer.atlas.atlas import Atlas


@pytest.fixture
def explorer(atlas: Atlas) -> Explorer:
    """An explorer at home in the newest era."""
    return Explorer(atlas, book=shared_book())
