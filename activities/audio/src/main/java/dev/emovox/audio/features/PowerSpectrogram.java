package dev.emovox.audio.features;

import dev.emovox.audio.fourier.FrameTransforms;
import dev.emovox.audio.fourier.Frames;
import dev.emovox.audio.fourier.HannWindow;
import java.util.Arrays;

/**
 * The squared magnitudes of a short-time Fourier transform with a periodic Hann window, frames
 * centred on their time (zeros before and after the signal): {@code librosa.stft} with {@code
 * center=True, pad_mode="constant"}, squared.
 *
 * <p>Frames come in blocks of up to {@value FrameTransforms#LANES}; a block has a row for each bin,
 * with a value for each of its frames. All features are read from it.
 *
 * <p>Buffers are reused from signal to signal; for one thread at a time.
 */
final class PowerSpectrogram {
  private final SpectrumShape shape;
  private final FrameTransforms transforms;
  private final double[] window;
  private final float[] padded;
  private final double[][][] blocks;

  PowerSpectrogram(SpectrumShape shape) {
    this.shape = shape;
    int width = shape.framesOfBlock();
    this.transforms = new FrameTransforms(shape.fftSize(), width);
    this.window = HannWindow.periodic(shape.fftSize());
    this.padded = new float[shape.signalLength() + shape.fftSize()];
    this.blocks = new double[(shape.frames() + width - 1) / width][shape.bins()][width];
  }

  /**
   * Transforms a signal.
   *
   * @param signal at most the shape's number of samples; zeros follow if there are fewer
   * @param gain factor on each sample
   */
  void set(float[] signal, double gain) {
    Arrays.fill(padded, 0);
    int start = shape.fftSize() / 2;
    for (int i = 0; i < signal.length; i++) {
      padded[start + i] = (float) (signal[i] * gain);
    }
    int heard = (signal.length + start + shape.hopLength() - 1) / shape.hopLength();
    for (int block = 0; block < blocks.length; block++) {
      int first = block * blocks[0][0].length;
      set(block, first, Math.max(0, Math.min(heard - first, frames(block))));
    }
  }

  /** Frames behind the signal's end have no power and need no transform. */
  private void set(int block, int firstFrame, int heard) {
    int start = firstFrame * shape.hopLength();
    transforms.power(new Frames(padded, start, shape.hopLength(), heard), window, blocks[block]);
    for (double[] row : blocks[block]) {
      Arrays.fill(row, heard, row.length, 0);
    }
  }

  /** The signal with its gain, in the shape's length. */
  float[] signal() {
    int start = shape.fftSize() / 2;
    return Arrays.copyOfRange(padded, start, start + shape.signalLength());
  }

  int blocks() {
    return blocks.length;
  }

  /** How many frames a block has. */
  int frames(int block) {
    int width = blocks[0][0].length;
    return Math.min(width, shape.frames() - block * width);
  }

  /** Power by bin and frame, valid until the next signal. */
  double[][] power(int block) {
    return blocks[block];
  }
}
