"""Makes the encoded tones of the decoder's tests: 440 Hz at half of full scale, a quarter second.

    pip install imageio-ffmpeg==0.8.1 numpy==2.4.6
    python make_tone_fixtures.py ../resources/tones

The stereo files have the tone at 0.5 on the left and at 0.25 on the right, so their mean is 0.375.
"""

import subprocess
import sys
from pathlib import Path

import imageio_ffmpeg
import numpy as np

FILES = {
    "mono16.flac": (16_000, 1, ["-sample_fmt", "s16"]),
    "stereo24.flac": (48_000, 2, ["-sample_fmt", "s32", "-bits_per_raw_sample", "24"]),
    "stereo16_midside.flac": (44_100, 2, ["-sample_fmt", "s16", "-ch_mode", "mid_side"]),
    "mono.mp3": (44_100, 1, ["-b:a", "64k"]),
    "stereo_tagged.mp3": (44_100, 2, ["-b:a", "96k", "-metadata", "title=tone", "-id3v2_version", "3"]),
    "mono22050.mp3": (22_050, 1, ["-b:a", "32k"]),
    "mono.ogg": (16_000, 1, ["-c:a", "libvorbis", "-q:a", "5"]),
    "opus.ogg": (48_000, 1, ["-c:a", "libopus"]),
    "aac.m4a": (44_100, 1, ["-c:a", "aac"]),
}
LEVELS = (0.5, 0.25)


def encode(path, rate, channels, options):
    time = np.arange(rate // 4) / rate
    tone = np.stack([LEVELS[c] * np.sin(2 * np.pi * 440 * time) for c in range(channels)], axis=1)
    source = ["-f", "f32le", "-ar", str(rate), "-ac", str(channels), "-i", "-"]
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", *source, "-bitexact"]
    subprocess.run([*command, *options, str(path)], input=tone.astype("<f4").tobytes(), check=True)


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, (rate, channels, options) in FILES.items():
        encode(folder / name, rate, channels, options)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
