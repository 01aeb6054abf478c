"""Servers as processes of this machine: started, awaited, ended with all their children, and what they take."""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.request

PATIENCE_SECONDS = 120
TICKS = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """A process and its children; ended when the block is left."""

    def __init__(self, name, command, folder, environment):
        self.name, self.log = name, folder / f"{name}.log"
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [str(part) for part in command], stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                start_new_session=True, cwd=folder,
                env={**os.environ, **{key: str(value) for key, value in environment.items()}})

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        for sign in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, sign)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(20)

    def await_page(self, url):
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2) as answer:
                if answer.status == 200:
                    return self
            time.sleep(0.1)
        raise RuntimeError(f"{self.name} does not answer; see {self.log}")

    def family(self):
        """The ids of the processes of its session."""
        own = []
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                fields = stat.read_text().rpartition(")")[2].split()
                if int(fields[3]) == self.process.pid:
                    own.append((stat.parent, fields))
        return own

    def cpu_seconds(self):
        return sum(int(fields[11]) + int(fields[12]) for _, fields in self.family()) / TICKS

    def peak_bytes(self):
        """The most memory that each of its processes has had, together."""
        total = 0
        for folder, _ in self.family():
            with contextlib.suppress(OSError):
                for line in (folder / "status").read_text().splitlines():
                    if line.startswith("VmHWM:"):
                        total += int(line.split()[1]) * 1024
        return total
