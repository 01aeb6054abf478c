"""Makes the expected values of VersionsGoldenTest: the seven versions of synthetic sounds.

    pip install librosa==0.11.0 numpy==2.4.6 scipy==1.17.1 soxr==1.1.0
    python make_golden_versions.py ../resources/golden

Uses the sounds of make_golden_features.py, which lie beside the results as NAME.wav.
NAME.versions.txt has one line for each of 413 values: its name and librosa's result, before the
division by the norm. NAME.samples.txt has one line for some samples of each changed waveform but
the noisy one: version, index, value.

Everything is computed in double precision, in which librosa's phase vocoder says what it means; in
single precision its accumulated phases, thousands of radians, are rounded to hundredths of one.
Noise is numpy's with a fixed seed: another generator than ours, to be compared in distribution.
"""

import sys
import wave
from pathlib import Path

import librosa
import numpy as np
from make_golden_features import SECONDS, TARGET_RATE, features

SOUNDS = ["chirp_16000", "bursts_16000", "vowel_16000_long"]
EVERY = 997


def read_wav(path):
    with wave.open(str(path), "rb") as source:
        assert source.getframerate() == TARGET_RATE
        pcm = np.frombuffer(source.readframes(source.getnframes()), dtype="<i2")
    return pcm / 32_768


def versions(signal):
    noise = np.random.default_rng(5).standard_normal(signal.size)
    return {
        "original": signal,
        "white_noise": signal + 0.005 * noise,
        "time_stretch": librosa.effects.time_stretch(signal, rate=0.9),
        "time_stretch_faster": librosa.effects.time_stretch(signal, rate=1.1),
        "pitch_shift": librosa.effects.pitch_shift(signal, sr=TARGET_RATE, n_steps=2),
        "pitch_shift_lower": librosa.effects.pitch_shift(signal, sr=TARGET_RATE, n_steps=-2),
        "pre_emphasis": librosa.effects.preemphasis(signal),
    }


def fitted(signal):
    """Cut or padded to three seconds, in single precision as our extractor has it."""
    return librosa.util.fix_length(signal, size=int(SECONDS * TARGET_RATE)).astype(np.float32)


def main(folder):
    for sound in SOUNDS:
        signal = read_wav(folder / f"{sound}.wav")
        signal = (signal / np.sqrt(np.mean(signal**2))).astype(np.float32).astype(float)
        values = []
        samples = []
        for number, (name, changed) in enumerate(versions(signal).items(), 1):
            kind = name.removesuffix("_faster").removesuffix("_lower")
            values += [f"{number}_{kind}_{key} {value:.9g}\n" for key, value in features(fitted(changed))]
            if kind != "white_noise":
                samples.append(f"{number} length {changed.size}\n")
                samples += [f"{number} {i} {changed[i]:.9g}\n" for i in range(0, changed.size, EVERY)]
        (folder / f"{sound}.versions.txt").write_text("".join(values))
        (folder / f"{sound}.samples.txt").write_text("".join(samples))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
