#!/usr/bin/env python3
"""Emovox's service, FastAPI with transformers, and MLflow's scoring server, with the same weights, one
after the other on this machine, under the same load. README.md says more."""

import argparse
import base64
import contextlib
import json
import os
import pathlib
import random
import shutil
import signal
import struct
import subprocess
import sys

import mlflow

import report
from load import Target, measure
from processes import Server, free_port

HERE = pathlib.Path(__file__).resolve().parent
CHECKOUT = HERE.parents[2]
SERVING = CHECKOUT / "services/serving/target/quarkus-app"
RATE = 16_000
CLIPS_OF_A_LENGTH = 4
TOLERANCE = 1e-4
ALL = ("emovox", "fastapi", "fastapi-split", "mlflow")


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=pathlib.Path, required=True, help="for weights, logs and results")
    parser.add_argument("--small", action="store_true", help="a tiny network: to try the benchmark out")
    parser.add_argument("--lengths", type=float, nargs="+", default=[1, 3, 8], help="of clips, in seconds")
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 4, 8, 32])
    parser.add_argument("--seconds", type=float, default=6, help="a cell is measured for at least this long,")
    parser.add_argument("--answers", type=int, default=1, help="and so many answers of each client,")
    parser.add_argument("--longest", type=float, default=30, help="but no longer than this")
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)), help="of each server")
    parser.add_argument("--servers", nargs="+", choices=ALL, default=list(ALL))
    parser.add_argument("--weed", default=str(pathlib.Path(sys.executable).parent / "weed"),
                        help="SeaweedFS (default: beside this Python)")
    return parser.parse_args()


def make_checkpoint(asked):
    """Random weights of wav2vec2-base's architecture (or of a tiny one), as transformers writes them."""
    folder = asked.folder / ("checkpoint-small" if asked.small else "checkpoint")
    if not folder.is_dir():
        partial = asked.folder / "checkpoint.partial"
        shutil.rmtree(partial, ignore_errors=True)
        subprocess.run([sys.executable, CHECKOUT / "infra/peer/make_checkpoint.py",
                        "--size", "tiny" if asked.small else "base", "--checkpoint", partial,
                        "--reference", asked.folder / "reference.safetensors"], check=True)
        partial.rename(folder)
    return folder


def wav(seconds, seed):
    """Noise that swells, with a tone: 16 kHz, mono, 16 bits."""
    draw, count = random.Random(seed), int(seconds * RATE)
    noise = [int(draw.gauss(0, 900) + 6000 * ((i * (150 + 40 * seed)) % RATE / RATE - 0.5) * i / count)
             for i in range(count)]
    data = struct.pack(f"<{count}h", *noise)
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 1, 1, RATE,
                       2 * RATE, 2, 16, b"data", len(data))
    return head + data


@contextlib.contextmanager
def registry(asked, folder):
    """S3 and MLflow, as the local stack starts them; gives the variables by which they are found."""
    keys = {"AWS_ACCESS_KEY_ID": "benchmark", "AWS_SECRET_ACCESS_KEY": "benchmark-secret"}
    names = ("s3.port", "s3.port.grpc", "filer.port", "filer.port.grpc", "master.port", "master.port.grpc",
             "volume.port", "volume.port.grpc", "admin.port", "admin.port.grpc")
    ports = {name: free_port() for name in names} | {"s3.port.iceberg": 0, "s3.port.lance": 0}
    s3, page = f"http://127.0.0.1:{ports['s3.port']}", free_port()
    (folder / "s3").mkdir()
    store = Server("s3", [asked.weed, "mini", f"-dir={folder / 's3'}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1",
                          "-bucket=benchmark", "-webdav=false", "-admin.ui=false",
                          *[f"-{name}={port}" for name, port in ports.items()]], folder, keys)
    tracking = Server("registry", [
        sys.executable, "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", page, "--workers", 1,
        "--backend-store-uri", f"sqlite:///{folder / 'mlflow.db'}",
        "--artifacts-destination", "s3://benchmark/mlflow"], folder,
        {**keys, "MLFLOW_S3_ENDPOINT_URL": s3, "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false"})
    with store, tracking:
        store.await_page(f"http://127.0.0.1:{ports['filer.port']}/buckets/benchmark")
        tracking.await_page(f"http://127.0.0.1:{page}/health")
        yield {"EMOVOX_S3_URL": s3, "EMOVOX_S3_BUCKET": "benchmark", "EMOVOX_S3_ACCESS_KEY": "benchmark",
               "EMOVOX_S3_SECRET_KEY": "benchmark-secret", "EMOVOX_MLFLOW_URL": f"http://127.0.0.1:{page}",
               "EMOVOX_TEMPORAL_ADDRESS": "127.0.0.1:1"}


@contextlib.contextmanager
def emovox(asked, checkpoint, folder):
    """Our service as the local stack starts it: everything that it does by default is done."""
    package, port = folder / "package", free_port()
    shutil.copytree(checkpoint, package)
    with registry(asked, folder) as endpoints:
        subprocess.run(["java", "-cp", f"{SERVING}/lib/main/*", HERE / "Publish.java", package], check=True,
                       env={**os.environ, **endpoints})
        environment = {**endpoints, "EMOVOX_SERVING_PORT": port, "EMOVOX_THREADS": asked.threads,
                       "ONEDNN_PRIMITIVE_CACHE_CAPACITY": 512, "LRU_CACHE_CAPACITY": 64,
                       "OMP_WAIT_POLICY": "PASSIVE", "THP_MEM_ALLOC_ENABLE": 1}
        with Server("emovox", ["java", "-jar", SERVING / "quarkus-run.jar"], folder, environment) as server:
            server.await_page(f"http://127.0.0.1:{port}/q/health/ready")
            yield server, Target(port, "/v1/emotions", "audio/wav", bytes, lambda d: d["probabilities"])


@contextlib.contextmanager
def fastapi(asked, checkpoint, folder, name="fastapi", threads=0, at_once=1):
    """One forward pass at a time with all cores, unless it is said otherwise."""
    port, threads = free_port(), threads or asked.threads
    command = [sys.executable, "-m", "uvicorn", "fastapi_server:app", "--app-dir", HERE, "--port", port,
               "--log-level", "warning"]
    environment = {"CHECKPOINT": checkpoint, "THREADS": threads, "OMP_NUM_THREADS": threads,
                   "AT_ONCE": at_once, "HF_HUB_OFFLINE": 1}
    with Server(name, command, folder, environment) as server:
        server.await_page(f"http://127.0.0.1:{port}/ready")
        yield server, Target(port, "/predict", "audio/wav", bytes, lambda d: d["probabilities"])


def fastapi_split(asked, checkpoint, folder):
    """As many forward passes at a time as there are cores, each with one."""
    return fastapi(asked, checkpoint, folder, "fastapi-split", 1, asked.threads)


def record(clip):
    return json.dumps({"dataframe_records": [{"audio": base64.b64encode(clip).decode()}]}).encode()


@contextlib.contextmanager
def mlflow_server(asked, checkpoint, folder):
    os.environ["MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR"] = "false"
    model, port = folder / "model", free_port()
    mlflow.pyfunc.save_model(model, python_model=str(HERE / "mlflow_model.py"), pip_requirements=[],
                             artifacts={"checkpoint": str(checkpoint)})
    command = [sys.executable, "-m", "mlflow", "models", "serve", "--model-uri", model, "--port", port,
               "--env-manager", "local"]
    environment = {"THREADS": asked.threads, "OMP_NUM_THREADS": asked.threads, "HF_HUB_OFFLINE": 1,
                   "PATH": f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}"}
    with Server("mlflow", command, folder, environment) as server:
        server.await_page(f"http://127.0.0.1:{port}/ping")
        yield server, Target(port, "/invocations", "application/json", record, lambda d: d["predictions"][0])


def cells(asked, server, target, clips):
    for length, of_it in clips.items():
        bodies = [target.body(clip) for clip in of_it]
        for clients in asked.clients:
            before = server.cpu_seconds()
            cell = measure(target, bodies, clients, asked)
            busy = server.cpu_seconds() - before
            cell |= {"server": server.name, "length": length, "clients": clients,
                     "cpu_seconds_per_clip": round(busy / cell["clips_with_warm_up"], 4)}
            print(report.line(cell), flush=True)
            yield cell


def largest_difference(answers):
    names = set(answers[0])
    if any(set(other) != names for other in answers):
        sys.exit("The servers do not know the same classes.")
    return max(abs(one[name] - other[name]) for one in answers for other in answers for name in names)


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that no server is left behind
    asked = options()
    asked.folder.mkdir(parents=True, exist_ok=True)
    checkpoint = make_checkpoint(asked).resolve()
    clips = {length: [wav(length, seed) for seed in range(CLIPS_OF_A_LENGTH)] for length in asked.lengths}
    makers = {"emovox": emovox, "fastapi": fastapi, "fastapi-split": fastapi_split, "mlflow": mlflow_server}
    result, answers = {"settings": report.settings(asked), "memory_bytes": {}, "cells": []}, {}
    for name in asked.servers:
        scratch = asked.folder.resolve() / f"run-{name}"
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        with makers[name](asked, checkpoint, scratch) as (server, target):
            answers[name] = [target.probabilities(clip) for of_it in clips.values() for clip in of_it]
            result["cells"] += cells(asked, server, target, clips)
            result["memory_bytes"][name] = server.peak_bytes()
    result["largest_difference"] = max(map(largest_difference, zip(*answers.values())))
    report.write(result, asked.folder)
    if result["largest_difference"] > TOLERANCE:
        sys.exit(f"The servers' probabilities differ by {result['largest_difference']:.1e}.")


if __name__ == "__main__":
    main()
