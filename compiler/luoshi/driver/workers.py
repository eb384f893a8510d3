"""Work in several processes that ends with the process that asked for it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")


def in_processes(
    count: int, work: Callable[[Job], Result], jobs: Sequence[Job]
) -> Iterator[Result]:
    """Results in the order of jobs; when the caller stops or fails, the processes end at once."""
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(count, initializer=_live_with_the_caller)
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


def _live_with_the_caller() -> None:
    """Ctrl-C is the caller's to answer; a caller that was killed takes its processes with it.

    One left behind would wait for work for ever, and keep the lock of the output folder.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_after_the_caller, daemon=True).start()


def _end_after_the_caller() -> None:
    caller = multiprocessing.parent_process()
    if caller is not None:
        wait([caller.sentinel])
        os._exit(1)
