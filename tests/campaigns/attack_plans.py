"""A long attack: odd plans by seed, each built apart. ``python tests/campaigns/attack_plans.py 0 500``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "compiler"), str(ROOT / "tests" / "attack")]


def main(first: int, last: int) -> int:
    """Every seed from ``first`` up to ``last``; 1 when one of them broke something."""
    from judging import build_apart
    from odd_plans import lay

    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, last):
            said, seconds = build_apart(lay(Path(folder), seed))
            if said:
                broken += 1
                sys.stdout.write(f"seed {seed}, {seconds:.1f} s\n{said[-1500:]}\n")
    sys.stdout.write(f"{last - first} plans, {broken} broke something\n")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
