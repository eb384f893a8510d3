"""``luoshi`` and ``python -m luoshi``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; the process ends with its exit code."""
    from luoshi.cli.main import run  # noqa: PLC0415 - start-up stays small

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
