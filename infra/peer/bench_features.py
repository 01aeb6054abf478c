"""The other side of `./emovox bench features`: librosa, called as the paper's code calls it.

Answers each line of standard input with a line of JSON: how long the work took, how much of the
processor's time, and the most memory that this process has held. A work is `paper` (59 means of a clip) or `paper-seven-versions` (the
same of seven versions of it), of samples at 16 kHz that are ready, or with ` from files` after it,
of files that librosa decodes and resamples.

One process is one core: libraries get one thread each, and a pool takes more cores.
"""

import argparse
import json
import os
import resource
import sys
import time

for library in ("OMP", "OPENBLAS", "MKL", "NUMBA"):
    os.environ[library + "_NUM_THREADS"] = "1"

import librosa  # noqa: E402 (threads are counted when it is loaded)
import numpy  # noqa: E402

RATE = 16_000
LENGTH = 3 * RATE
FROM_FILES = " from files"
SETS = ("paper", "paper-seven-versions")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--waveforms", required=True, help="clips one after the other, 32-bit floats")
    parser.add_argument("--list", required=True, help="JSON: [[path, samples], ...]")
    parser.add_argument("--processes", type=int, required=True)
    return parser.parse_args()


def described(signal):
    """Means over time; each of librosa's functions makes its own spectrogram, as in the paper."""
    signal = librosa.util.fix_length(signal, size=LENGTH)
    tables = (
        librosa.feature.mfcc(y=signal, sr=RATE, n_mfcc=40),
        librosa.feature.chroma_stft(y=signal, sr=RATE),
        librosa.feature.spectral_contrast(y=signal, sr=RATE),
    )
    return numpy.concatenate([numpy.mean(table, axis=1) for table in tables])


def versions(signal):
    yield signal
    yield signal + 0.005 * numpy.random.randn(len(signal)).astype(numpy.float32)
    yield librosa.effects.time_stretch(signal, rate=0.9)
    yield librosa.effects.time_stretch(signal, rate=1.1)
    yield librosa.effects.pitch_shift(signal, sr=RATE, n_steps=2)
    yield librosa.effects.pitch_shift(signal, sr=RATE, n_steps=-2)
    yield librosa.effects.preemphasis(signal)


def vector(signal, name):
    level = numpy.sqrt(numpy.mean(signal**2))
    signal = signal / level if level > 0 else signal
    made = versions(signal) if name == "paper-seven-versions" else [signal]
    strung = numpy.concatenate([described(version) for version in made])
    return strung / numpy.linalg.norm(strung)


class Peer:
    def __init__(self, chosen):
        with open(chosen.list) as file:
            rows = json.load(file)
        self.paths = [path for path, _ in rows]
        samples = numpy.fromfile(chosen.waveforms, dtype="<f4")
        self.clips = numpy.split(samples, numpy.cumsum([length for _, length in rows])[:-1])

    def part(self, name, from_files, part, parts):
        total = 0.0
        for clip in range(part, len(self.clips), parts):
            if from_files:
                signal, _ = librosa.load(self.paths[clip], sr=RATE)
            else:
                signal = self.clips[clip]
            total += float(vector(signal, name).sum())
        return total


def answer(**document):
    print(json.dumps(document), flush=True)


def part(job):
    begin = time.process_time()
    return peer.part(*job), time.process_time() - begin


def run(line, pool, processes):
    name = line.removesuffix(FROM_FILES)
    if name not in SETS:
        sys.exit("This peer has no feature set %s; there are %s." % (name, ", ".join(SETS)))
    jobs = [(name, line.endswith(FROM_FILES), number, processes) for number in range(processes)]
    done = list(map(part, jobs)) if pool is None else pool.map(part, jobs)
    return [sum(column) for column in zip(*done)]


def main(chosen):
    pool = None
    if chosen.processes > 1:
        import multiprocessing

        pool = multiprocessing.get_context("fork").Pool(chosen.processes)
    answer(name="librosa %s, numpy %s" % (librosa.__version__, numpy.__version__))
    for line in map(str.strip, sys.stdin):
        if line == "end":
            break
        begin = time.perf_counter()
        value, processor_seconds = run(line, pool, chosen.processes)
        seconds = time.perf_counter() - begin
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        held += resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        answer(
            seconds=seconds,
            processor_seconds=processor_seconds,
            value=value,
            peak_bytes=held * 1024,
        )


if __name__ == "__main__":
    given = arguments()
    peer = Peer(given)
    main(given)
