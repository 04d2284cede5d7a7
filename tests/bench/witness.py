"""`witness.py REPORT COMMAND…` runs a command and writes what the system says it cost into the file REPORT, as JSON.

A small process of its own: Linux counts the memory of the process that starts a program as the program's.
"""

import json
import os
import subprocess
import sys
import time

if __name__ == "__main__":
    began = time.perf_counter()
    process = subprocess.Popen(sys.argv[2:])
    _, status, usage = os.wait4(process.pid, 0)  # what Popen's own wait does not tell
    cost = {
        "code": os.waitstatus_to_exitcode(status),
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "wall_s": time.perf_counter() - began,
        "peak": usage.ru_maxrss,
    }
    with open(sys.argv[1], "w") as report:  # noqa: PTH123 (pathlib would add to the memory counted)
        json.dump(cost, report)
