#!/usr/bin/env python3
"""Runs an experiment on many tiny clips with several workers and says what each of them took.

Servers and workers are processes of this machine and gone when it ends. With --namespaces every
worker is on a host of its own: a network namespace that reaches the servers over a bridge, and
nothing else (Linux, root). README.md says more.
"""

import argparse
import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
CLI = CHECKOUT / "services/cli/target/emovox-cli.jar"
WORKER = CHECKOUT / "services/worker/target/emovox-worker.jar"
LOOPBACK, HERE_HOST, SERVER_HOST, BRIDGE = "127.0.0.1", "10.77.0.1", "10.77.0.2", "emovox-scale"
TEMPORAL, S3, FILER, MLFLOW = 17233, 17333, 17334, 17500
PATIENCE_SECONDS = 120
MOST_UNANSWERED = 20


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clips", type=int)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--namespaces", action="store_true", help="a host for each worker")
    parser.add_argument("--cores", type=int, default=1, help="cores that a worker sees (1)")
    parser.add_argument("--heap", default="1g", help="largest heap of a worker (1g)")
    parser.add_argument("--late-heap", metavar="HEAP",
                        help="start all workers but the first when the features begin, with this heap")
    parser.add_argument("--resume", action="store_true",
                        help="go on with the run of this folder, which was stopped (SIGTERM) or killed")
    parser.add_argument("--until", choices=["features", "end"], default="end",
                        help="cancel the run once the features are there, or let it end")
    parser.add_argument("--servers", type=pathlib.Path, default=CHECKOUT / ".emovox/servers/bin",
                        help="folder with temporal, weed and mlflow (what `./emovox up` installed)")
    parser.add_argument("--folder", type=pathlib.Path, required=True,
                        help="for clips, servers' data and logs; clips that are there are used again")
    return parser.parse_args()


def run(*command, **more):
    return subprocess.run([str(part) for part in command], check=True, text=True, **more)


def make_clips(asked):
    clips = asked.folder / f"clips-{asked.clips}"
    if not clips.is_dir():
        partial = asked.folder / f"clips-{asked.clips}.partial"
        shutil.rmtree(partial, ignore_errors=True)
        run("java", HERE / "MakeClips.java", asked.clips, partial)
        partial.rename(clips)
    return clips


class Processes:
    """Everything that was started; ended in the reverse order."""

    def __init__(self, logs):
        self.logs, self.started, self.names = logs, [], {}

    def start(self, name, command, environment):
        log = open(self.logs / f"{name}.log", "a")
        process = subprocess.Popen([str(part) for part in command], stdout=log, stderr=log,
                                   stdin=subprocess.DEVNULL, start_new_session=True,
                                   env={**os.environ, **environment})
        self.started.append(process)
        self.names[name] = process
        return process

    def end(self):
        for process in reversed(self.started):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


class Network:
    """Where processes are: all on this host, or each on one of its own."""

    def __init__(self, asked):
        self.own = asked.namespaces
        self.server_host = SERVER_HOST if self.own else LOOPBACK
        # Temporal's parts find each other on the loopback address, wherever else they listen.
        self.temporal_host = "0.0.0.0" if self.own else LOOPBACK
        self.hosts = {"servers": SERVER_HOST}
        self.hosts.update({f"worker-{i}": f"10.77.0.{10 + i}" for i in range(asked.workers)})

    def command(self, host):
        """What runs a command on a host."""
        return ["ip", "netns", "exec", f"{BRIDGE}-{host}"] if self.own else []

    def __enter__(self):
        if self.own:
            run("ip", "link", "add", BRIDGE, "type", "bridge")
            run("ip", "address", "add", f"{HERE_HOST}/24", "dev", BRIDGE)
            run("ip", "link", "set", BRIDGE, "up")
            for number, (host, address) in enumerate(self.hosts.items()):
                self.add(host, address, f"emovox{number}")
        return self

    def add(self, host, address, link):
        """A namespace whose only way out leads to the bridge."""
        run("ip", "netns", "add", f"{BRIDGE}-{host}")
        run("ip", "link", "add", link, "type", "veth", "peer", "name", "eth0",
            "netns", f"{BRIDGE}-{host}")
        run("ip", "link", "set", link, "master", BRIDGE, "up")
        run(*self.command(host), "ip", "address", "add", f"{address}/24", "dev", "eth0")
        run(*self.command(host), "ip", "link", "set", "eth0", "up")
        run(*self.command(host), "ip", "link", "set", "lo", "up")

    def __exit__(self, *failure):
        if self.own:
            for host in self.hosts:
                subprocess.run(["ip", "netns", "delete", f"{BRIDGE}-{host}"], check=False)
            subprocess.run(["ip", "link", "delete", BRIDGE], check=False)


def await_answer(what, answers):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not answers():
        if time.monotonic() > deadline:
            sys.exit(f"{what} does not answer; see the logs.")
        time.sleep(0.2)


def listens(host, port):
    with contextlib.suppress(OSError), socket.create_connection((host, port), 1):
        return True
    return False


def page(url):
    with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2) as answer:
        return answer.status == 200
    return False


def start_servers(asked, network, data, processes):
    host, enter = network.server_host, network.command("servers")
    keys = {"AWS_ACCESS_KEY_ID": "scale", "AWS_SECRET_ACCESS_KEY": "scale-secret"}
    for folder in ("temporal", "s3", "mlflow"):
        (data / folder).mkdir(parents=True, exist_ok=True)
    processes.start("temporal", [
        *enter, asked.servers / "temporal", "server", "start-dev", "--ip", network.temporal_host,
        "--port", TEMPORAL, "--headless", "--db-filename", data / "temporal/temporal.db", "--log-level", "warn"], {})
    ports = {"s3.port": S3, "s3.port.grpc": S3 + 10000, "filer.port": FILER,
             "filer.port.grpc": FILER + 10000, "master.port": S3 + 2,
             "master.port.grpc": S3 + 10002, "volume.port": S3 + 3,
             "volume.port.grpc": S3 + 10003, "admin.port": S3 + 4, "admin.port.grpc": S3 + 10004,
             "s3.port.iceberg": 0, "s3.port.lance": 0}
    processes.start("s3", [
        *enter, asked.servers / "weed", "mini", f"-dir={data / 's3'}", f"-ip={host}",
        f"-ip.bind={host}",
        "-bucket=scale", "-webdav=false", "-admin.ui=false", "-s3.autoCreateBucket=false",
        *[f"-{name}={port}" for name, port in ports.items()]], keys)
    processes.start("mlflow", [
        *enter, asked.servers / "mlflow", "server", "--host", host, "--port", MLFLOW, "--workers", 1,
        "--allowed-hosts", f"{host}:{MLFLOW}",
        "--backend-store-uri", f"sqlite:///{data / 'mlflow/mlflow.db'}",
        "--artifacts-destination", "s3://scale/mlflow"],
        {**keys, "MLFLOW_S3_ENDPOINT_URL": f"http://{host}:{S3}",
         "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false", "MLFLOW_DISABLE_TELEMETRY": "true"})
    await_answer("Temporal", lambda: listens(host, TEMPORAL))
    await_answer("S3", lambda: page(f"http://{host}:{FILER}/buckets/scale"))
    await_answer("MLflow", lambda: page(f"http://{host}:{MLFLOW}/health"))
    return {"EMOVOX_TEMPORAL_ADDRESS": f"{host}:{TEMPORAL}", "EMOVOX_S3_URL": f"http://{host}:{S3}",
            "EMOVOX_S3_BUCKET": "scale", "EMOVOX_S3_ACCESS_KEY": "scale",
            "EMOVOX_S3_SECRET_KEY": "scale-secret", "EMOVOX_MLFLOW_URL": f"http://{host}:{MLFLOW}"}


def start_worker(asked, number, network, endpoints, data, processes):
    heap = asked.heap if number == 0 else asked.late_heap or asked.heap
    cache = data / f"worker-{number}"
    worker = processes.start(f"worker-{number}", [
        *network.command(f"worker-{number}"), "java", f"-Xmx{heap}", f"-XX:ActiveProcessorCount={asked.cores}",
        f"-Xlog:gc:file={processes.logs}/gc-{number}.log", "-jar", WORKER],
        {**endpoints, "EMOVOX_CACHE_DIR": str(cache)})
    log = processes.logs / f"worker-{number}.log"
    await_answer(f"Worker {number}", lambda: "taking work" in log.read_text())
    return worker


def emovox(endpoints, *arguments):
    command = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", f"-Demovox.checkout={HERE}",
               "-jar", str(CLI), *map(str, arguments), "--json"]
    answer = subprocess.run(command, env={**os.environ, **endpoints}, stdout=subprocess.PIPE,
                            text=True, check=False)
    with contextlib.suppress(json.JSONDecodeError):
        return json.loads(answer.stdout)
    return {}


def follow(asked, run_id, endpoints, features_began, note):
    """The run's last status: when it ended, or when the features were there."""
    pause, unanswered = min(20.0, 2 + asked.clips / 20_000), 0
    while True:
        time.sleep(pause)
        note()
        status = emovox(endpoints, "show", run_id)
        if "stages" not in status:
            unanswered += 1
            if unanswered > MOST_UNANSWERED:
                sys.exit(f"The run's status can't be had: {status}")
            continue
        unanswered = 0
        stages = {stage["name"]: stage for stage in status["stages"]}
        if status["status"] != "running":
            return status
        if "features" in stages:
            features_began()
        if asked.until == "features" and stages.get("features", {}).get("status") == "done":
            emovox(endpoints, "cancel", run_id)
            return status
        told = ", ".join(f"{n} {s['status']} {s.get('done') or ''}" for n, s in stages.items())
        print(f"{time.strftime('%X')} {told}", file=sys.stderr, flush=True)


def memory(process):
    """The most memory that a process had so far, in MB."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1)) >> 10


def most_live(log):
    """The largest heap that a collection left, in MB."""
    left = re.findall(r"Pause.*->(\d+)M\(", log.read_text())
    return max(map(int, left), default=None)


def cpu_seconds(process):
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Stretch:
    """From a start of this program to its end; a run that is resumed has several."""

    def __init__(self, data):
        self.data = data
        self.number = 1 + max((int(s.name.split("-")[1]) for s in data.glob("stretch-*")), default=0)
        self.logs = data / f"stretch-{self.number}"
        self.logs.mkdir(parents=True)
        self.began, self.taken = time.monotonic(), {}

    def note(self, processes):
        """Keeps what each process took so far."""
        for name, process in processes.names.items():
            if process.poll() is None:
                self.taken[name] = {"peak_mb": memory(process), "cpu_seconds": round(cpu_seconds(process))}
            collections = self.logs / f"{name.replace('worker', 'gc')}.log"
            if name.startswith("worker") and collections.exists():
                self.taken[name]["heap_after_collection_mb"] = most_live(collections)
        noted = {"seconds": round(time.monotonic() - self.began), "processes": self.taken}
        (self.logs / "taken.json").write_text(json.dumps(noted))

    def all(self):
        """What was kept, stretch by stretch."""
        noted = sorted(self.data.glob("stretch-*/taken.json"),
                       key=lambda path: int(path.parent.name.split("-")[1]))
        return [json.loads(path.read_text()) for path in noted]


def histories(asked, run_id, endpoints):
    temporal = [str(asked.servers / "temporal"), "workflow"]
    address = ["--address", endpoints["EMOVOX_TEMPORAL_ADDRESS"], "--output", "json"]
    listed = json.loads(run(*temporal, "list", "--query", f"WorkflowId STARTS_WITH '{run_id}'",
                            "--limit", 1000, *address, stdout=subprocess.PIPE).stdout)
    found = {}
    for workflow in listed:
        name = workflow["execution"]["workflowId"]
        told = json.loads(run(*temporal, "describe", "--workflow-id", name, *address,
                              stdout=subprocess.PIPE).stdout)["workflowExecutionInfo"]
        found[name.removeprefix(run_id) or "run"] = {
            "events": int(told["historyLength"]), "bytes": int(told["historySizeBytes"])}
    return found


def report(asked, status, found, stretch):
    stages = {}
    for stage in status["stages"]:
        stages[stage["name"]] = {
            "seconds": stage["seconds"],
            "milliseconds_per_clip": round(1000 * (stage["seconds"] or 0) / asked.clips, 3),
            "digests": [output["digest"] for output in stage.get("outputs") or []]}
    largest = max(found.items(), key=lambda workflow: workflow[1]["events"])
    return {
        "clips": asked.clips, "workers": asked.workers, "cores_each": asked.cores,
        "namespaces": asked.namespaces, "heap": asked.heap, "late_heap": asked.late_heap,
        "status": status["status"],
        "stages": stages,
        "stretches": stretch.all(),
        "workflows": len(found), "run_history": found["run"],
        "largest_history": {"workflow": largest[0], **largest[1]}}


def run_id_of(asked, data, endpoints, clips):
    """Starts a run, or finds the one to go on with."""
    kept = data / "run-id"
    if not asked.resume:
        kept.write_text(emovox(endpoints, "run", "scale", "--data", clips, "--detach")["id"])
    return kept.read_text()


def stop(*_):
    sys.exit("Stopped; --resume goes on.")


def main():
    asked = options()
    if not CLI.exists() or not WORKER.exists():
        sys.exit("Build Emovox first: ./emovox --version")
    asked.folder = asked.folder.resolve()
    asked.folder.mkdir(parents=True, exist_ok=True)
    clips = make_clips(asked)
    data = asked.folder / "run"
    if asked.resume and not (data / "run-id").exists():
        sys.exit(f"There is no run in {data} to go on with.")
    if not asked.resume:
        shutil.rmtree(data, ignore_errors=True)
    stretch = Stretch(data)
    processes = Processes(stretch.logs)
    signal.signal(signal.SIGTERM, stop)
    (data / "pid").write_text(str(os.getpid()))
    with Network(asked) as network:
        try:
            endpoints = start_servers(asked, network, data, processes)
            workers = []

            def start_workers(count):
                for number in range(len(workers), count):
                    workers.append(
                        start_worker(asked, number, network, endpoints, data, processes))

            start_workers(1 if asked.late_heap else asked.workers)
            run_id = run_id_of(asked, data, endpoints, clips)
            status = follow(asked, run_id, endpoints, lambda: start_workers(asked.workers),
                            lambda: stretch.note(processes))
            found = histories(asked, run_id, endpoints)
            stretch.note(processes)
            print(json.dumps(report(asked, status, found, stretch), indent=2))
        finally:
            processes.end()


if __name__ == "__main__":
    main()
