"""The fonts of the machine the tests run on."""

from __future__ import annotations

import pytest

from luoshi.fonts import FontBook


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> FontBook:
    """The fonts of this machine, with a cache of the tests' own."""
    return FontBook.find(cache=tmp_path_factory.mktemp("font-cache"))
