"""Work in several processes that ends with the process that asked for it."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")


def in_processes(
    count: int, work: Callable[[Job], Result], jobs: Sequence[Job]
) -> Iterator[Result]:
    """Results in the order of jobs; when the caller stops or fails, the processes end at once."""
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(count, initializer=_leave_stopping_to_the_caller)
    waiting = [pool.submit(work, job) for job in jobs]
    try:
        for future in waiting:
            yield future.result()
    except BaseException:
        for future in waiting:
            future.cancel()
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_stopping_to_the_caller() -> None:
    """Ctrl-C reaches every process of a console; only the first one answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
