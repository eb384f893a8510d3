"""``luoshi`` and ``python -m luoshi``."""

from __future__ import annotations

import gc
import sys

_OBJECTS_BETWEEN_COLLECTIONS = 50_000


def main() -> None:
    """Run the command line; the process ends with its exit code."""
    # What a command loads lasts until it ends. Python would look through it for garbage every 700
    # objects, in vain, for a tenth of the time of a check.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    from luoshi.cli.main import run  # noqa: PLC0415 - start-up stays small

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
