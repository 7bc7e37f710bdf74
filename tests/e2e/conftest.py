"""What the journeys run under."""

from __future__ import annotations

import pytest

from tests.helpers.memory import set_aside_what_stays


@pytest.fixture(scope="session", autouse=True)
def _quick_collections() -> None:
    set_aside_what_stays()
