"""Runs a command while no other one does that holds the same lock: a second says so in one line, and waits.

The lock belongs to the open file, which the command inherits: however it ends, the lock is free again.
"""

from __future__ import annotations

import fcntl
import os
import sys
from typing import NoReturn


def main(lock: str, *command: str) -> NoReturn:
    """Wait for the lock, then become the command; its exit status is that of this process."""
    place = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("另一个 make 正在生成站点，等它结束 ……", flush=True)
        try:
            fcntl.flock(place, fcntl.LOCK_EX)
        except KeyboardInterrupt:
            sys.exit(130)
    os.set_inheritable(place, True)
    os.execvp(command[0], command)


if __name__ == "__main__":
    main(*sys.argv[1:])
