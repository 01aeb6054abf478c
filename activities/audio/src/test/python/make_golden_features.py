"""Makes the sound fixtures and the expected features of the golden tests.

    pip install librosa==0.11.0 numpy==2.4.6 scipy==1.17.1
    python make_golden_features.py ../resources/golden

Each fixture is a synthetic sound (no recording) written as NAME.wav with 16 bits and one channel.
NAME.txt has one line a value: its name and librosa's result, the mean over time at 16 kHz.
NAME.frames.txt has the same of single frames, every 23rd: track, row, frame, value. Those of
NAME.native.frames.txt were computed at the sound's own rate, with as many octave bands of contrast
as fit. Sounds that are not at 16 kHz are resampled here by the filter that the module documents
(Kaiser-windowed sinc, 100 dB, pass band to 0.9 and stop band from 1.0 of the lower Nyquist
frequency), evaluated directly in double precision, so that the comparison is of the features and of
the arithmetic and not of two designs of filter.

The fundamental frequency is computed in double precision: in single precision the rounding of
librosa's autocorrelation decides between troughs of equal depth.
"""

import sys
import wave
from math import gcd
from pathlib import Path

import librosa
import numpy as np
from scipy.signal import lfilter

TARGET_RATE = 16_000
SECONDS = 3.0
RMS_LEVEL = 1.0
EVERY = 23
LOWEST_PITCH, HIGHEST_PITCH = 65, 500
N_FFT = 2048
HOP = 512


def chirp(rate, seconds, low, high):
    """A rising tone with two overtones and a little noise."""
    time = np.arange(int(rate * seconds)) / rate
    phase = 2 * np.pi * (low * time + (high - low) * time**2 / (2 * seconds))
    noise = np.random.default_rng(1).standard_normal(time.size)
    tone = np.sin(phase) + 0.5 * np.sin(2 * phase) + 0.25 * np.sin(3 * phase)
    return 0.3 * tone + 0.002 * noise


def bursts(rate, seconds, times_a_second):
    """Decaying bursts of noise with exact silence between them."""
    time = np.arange(int(rate * seconds)) / rate
    noise = np.random.default_rng(2).standard_normal(time.size)
    within = (time * times_a_second) % 1.0
    return np.where(within < 0.6, 0.25 * noise * np.exp(-6 * within), 0.0)


def vowels(rate, seconds, pitch, formants):
    """Pulses at a gently varying pitch through formant resonators, with pauses and breath."""
    time = np.arange(int(rate * seconds)) / rate
    hertz = pitch * (1 + 0.04 * np.sin(2 * np.pi * 5 * time))
    cycles = np.cumsum(hertz) / rate
    source = np.diff(np.floor(cycles), prepend=0.0)
    source += 0.01 * np.random.default_rng(3).standard_normal(time.size)
    for centre, width in formants:
        radius = np.exp(-np.pi * width / rate)
        angle = 2 * np.pi * centre / rate
        source = lfilter([1 - radius], [1, -2 * radius * np.cos(angle), radius**2], source)
    envelope = np.clip(np.sin(2 * np.pi * 1.3 * time), 0.02, None)
    source = source * envelope
    return 0.7 * source / np.max(np.abs(source))


AH = [(730, 90), (1090, 110), (2440, 170), (3400, 250)]
EE = [(270, 60), (2290, 100), (3010, 170), (3700, 250)]

SOUNDS = {
    "chirp_16000": (16_000, chirp(16_000, 2.0, 120, 3000)),
    "bursts_16000": (16_000, bursts(16_000, 1.7, 4)),
    "vowel_16000_long": (16_000, vowels(16_000, 3.12, 190, AH)),
    "vowel_8000": (8_000, vowels(8_000, 3.4, 118, EE)),
    "vowel_24414": (24_414, vowels(24_414, 1.9, 205, EE)),
    "vowel_44100": (44_100, vowels(44_100, 1.1, 131, AH)),
    "bursts_48000": (48_000, bursts(48_000, 0.9, 5)),
}


def write_wav(path, rate, samples):
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(samples.astype("<i2").tobytes())


def resample(samples, rate):
    if rate == TARGET_RATE:
        return samples
    factor = gcd(rate, TARGET_RATE)
    up, down = TARGET_RATE // factor, rate // factor
    stretch = max(1.0, down / up)
    half = (100 - 7.95) / (2.285 * np.pi * 0.1) / 2
    beta = 0.1102 * (100 - 8.7)
    reach = int(np.ceil(half * stretch)) + 1
    padded = np.pad(samples.astype(float), reach)
    count = -(-samples.size * up // down)
    result = np.empty(count)
    for k in range(count):
        whole, rest = divmod(k * down, up)
        offsets = np.arange(-reach + 1, reach + 1)
        time = (offsets - rest / up) / stretch
        inside = np.clip(1 - (time / half) ** 2, 0, None)
        taps = np.sinc(0.95 * time) * np.i0(beta * np.sqrt(inside)) * (inside > 0)
        result[k] = padded[whole + reach + offsets] @ (taps / taps.sum())
    return result


def prepare(samples, rate):
    """In single precision, scaled by the RMS of all, cut to three seconds, then padded."""
    length = int(SECONDS * rate)
    signal = samples.astype(np.float32).astype(float)
    signal = signal * (RMS_LEVEL / np.sqrt(np.mean(signal**2)))
    signal = signal[:length]
    return np.pad(signal, (0, length - signal.size)).astype(np.float32)


def tables(signal, rate=TARGET_RATE, bands=6):
    sizes = {"n_fft": N_FFT, "hop_length": HOP}
    return {
        "mfcc": librosa.feature.mfcc(y=signal, sr=rate, n_mfcc=40, **sizes),
        "chroma": librosa.feature.chroma_stft(y=signal, sr=rate, **sizes),
        "spectral_contrast": librosa.feature.spectral_contrast(
            y=signal, sr=rate, n_bands=bands, **sizes
        ),
    }


def features(signal):
    """The means that make the paper's vector."""
    patterns = ("mfcc_%02d", "chroma_%02d", "spectral_contrast_%d")
    for pattern, table in zip(patterns, tables(signal).values()):
        for index, row in enumerate(table):
            yield pattern % index, float(np.mean(row, dtype=np.float64))


def tracks(signal, rate, bands):
    plain = tables(signal, rate, bands)
    yield from plain.items()
    for order, suffix in ((1, "_delta"), (2, "_delta2")):
        for name, table in plain.items():
            yield name + suffix, librosa.feature.delta(table.astype(float), width=9, order=order)
    sizes = {"frame_length": N_FFT, "hop_length": HOP}
    yield "zero_crossing_rate", librosa.feature.zero_crossing_rate(signal, **sizes)
    yield "energy", librosa.feature.rms(y=signal, **sizes)
    hertz = librosa.yin(
        signal.astype(float), fmin=LOWEST_PITCH, fmax=HIGHEST_PITCH, sr=rate, **sizes
    )
    yield "fundamental_frequency", hertz[np.newaxis]


def frames(signal, rate=TARGET_RATE, bands=6):
    for name, table in tracks(signal, rate, bands):
        for row, values in enumerate(table):
            for frame in range(0, values.size, EVERY):
                yield f"{name} {row} {frame} {values[frame]:.9g}\n"


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, (rate, sound) in SOUNDS.items():
        pcm = np.round(np.clip(sound, -1, 1) * 32_767).astype(np.int16)
        write_wav(folder / f"{name}.wav", rate, pcm)
        signal = prepare(resample(pcm / 32_768, rate), TARGET_RATE)
        lines = [f"{key} {value:.9g}\n" for key, value in features(signal)]
        (folder / f"{name}.txt").write_text("".join(lines))
        (folder / f"{name}.frames.txt").write_text("".join(frames(signal)))
        if rate != TARGET_RATE:
            bands = min(6, int(np.log2(rate / 2 / 200)))
            native = frames(prepare(pcm / 32_768, rate), rate, bands)
            (folder / f"{name}.native.frames.txt").write_text("".join(native))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
