"""Runs one server as a child and never lets it outlive its supervisor.

    child.py LOG GRACE_SECONDS COMMAND...

The server gets a session, and so a process group, of its own. Standard input is a pipe that the
supervisor holds open: when it closes, because the supervisor says so or because it was killed, or
when SIGTERM arrives, the whole group is ended: SIGTERM, a grace period, SIGKILL. A group is what
has to be ended, not a process: some servers start further processes that survive their parent.

Standard output tells the supervisor what happens, one line an event: `started PID`, then
`exited CODE` (negative: the signal), or `failed REASON` when the command can't be run.

The server's own output goes through here to LOG, so that the file can't grow without limit: at
16 MiB it is renamed to LOG.1. Python 3.10+, standard library only.
"""

import ctypes
import os
import selectors
import signal
import subprocess
import sys
import time

LOG_LIMIT = 16 * 1024 * 1024
ORPHAN_GRACE = 2.0
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36


def prctl(option, value):
    """Linux only; elsewhere the closing pipe alone has to do."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)


class Log:
    """Appends to a file, private to the user, that is renamed when it has grown too large."""

    def __init__(self, path):
        self.path = path
        self.open()

    def open(self):
        self.file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.size = os.fstat(self.file).st_size

    def write(self, content):
        if self.size + len(content) > LOG_LIMIT:
            os.close(self.file)
            os.replace(self.path, self.path + ".1")
            self.open()
        try:
            os.write(self.file, content)
        except OSError:
            return  # A full disk must not stop the server's output from being drained.
        self.size += len(content)


class Server:
    """The server's process and its group."""

    def __init__(self, command):
        wrapper = os.getpid()

        def in_child():
            prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            if os.getppid() != wrapper:
                os._exit(127)

        self.process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=in_child,
        )

    def signal_group(self, number):
        """False when nobody is left in the group."""
        try:
            os.killpg(self.process.pid, number)
            return True
        except ProcessLookupError:
            return False
        except PermissionError:  # macOS says so of a group of zombies
            return False


def reap_orphans():
    """As a subreaper this process inherits what the server leaves behind."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


class Supervision:
    """One loop over three sources: the supervisor's pipe, the server's output, signals."""

    def __init__(self, server, log, grace):
        self.server, self.log, self.grace = server, log, grace
        self.kill_at = None
        self.output = server.process.stdout.fileno()
        os.set_blocking(self.output, False)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.output, selectors.EVENT_READ, self.copy_output)
        self.selector.register(0, selectors.EVENT_READ, self.read_pipe)
        self.wake, wake_write = os.pipe()
        os.set_blocking(self.wake, False)
        os.set_blocking(wake_write, False)
        signal.set_wakeup_fd(wake_write)
        signal.signal(signal.SIGTERM, lambda *_: self.stop())
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self.selector.register(self.wake, selectors.EVENT_READ, lambda: os.read(self.wake, 512))

    def stop(self):
        if self.kill_at is None:
            self.kill_at = time.monotonic() + self.grace
            self.server.signal_group(signal.SIGTERM)

    def read_pipe(self):
        if not os.read(0, 512):
            self.selector.unregister(0)
            self.stop()

    def copy_output(self):
        try:
            content = os.read(self.output, 65536)
        except BlockingIOError:
            return
        if content:
            self.log.write(content)
        else:
            self.selector.unregister(self.output)

    def step(self, seconds):
        for key, _ in self.selector.select(max(0.0, seconds)):
            key.data()

    def until_leader_ends(self):
        while self.server.process.poll() is None:
            left = 60.0 if self.kill_at is None else self.kill_at - time.monotonic()
            if left <= 0:
                self.server.signal_group(signal.SIGKILL)
                left = 1.0
            self.step(left)

    def end_group(self):
        """What the server left behind gets a short grace, then no more."""
        deadline = time.monotonic() + min(self.grace, ORPHAN_GRACE)
        self.server.signal_group(signal.SIGTERM)
        while True:
            reap_orphans()
            if not self.server.signal_group(0):
                break
            if time.monotonic() > deadline:
                self.server.signal_group(signal.SIGKILL)
            self.step(0.02)
        self.step(0)


def report(line):
    try:
        os.write(1, (line + "\n").encode())
    except OSError:
        pass  # The supervisor is gone; its pipe tells the loop.


def main():
    log = Log(sys.argv[1])
    os.setsid()  # A terminal's Ctrl-C reaches the supervisor, which ends the servers in order.
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    prctl(PR_SET_CHILD_SUBREAPER, 1)
    try:
        server = Server(sys.argv[3:])
    except (OSError, subprocess.SubprocessError) as error:
        report("failed " + str(error))
        return 127
    report("started %d" % server.process.pid)
    supervision = Supervision(server, log, float(sys.argv[2]))
    supervision.until_leader_ends()
    supervision.end_group()
    report("exited %d" % server.process.returncode)
    return 0


if __name__ == "__main__":
    sys.exit(main())
