package dev.emovox.wav2vec2.engine;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Whether operations of this thread are recorded for differentiation, until it is closed. libtorch
 * keeps that for each thread and begins every new one with recording, so whoever computes says
 * which it wants:
 *
 * <pre>{@code
 * try (GradientMode off = GradientMode.off()) { … }
 * }</pre>
 *
 * <p>Close it on the thread that made it. libtorch must have been started.
 */
public final class GradientMode implements AutoCloseable {
  private final boolean before;

  private GradientMode(boolean recording) {
    before = JniUtils.isGradMode();
    JniUtils.setGradMode(recording);
  }

  /** Nothing is recorded: for inference. */
  public static GradientMode off() {
    return new GradientMode(false);
  }

  /** What parameters take part in is recorded: for training. */
  public static GradientMode on() {
    return new GradientMode(true);
  }

  @Override
  public void close() {
    JniUtils.setGradMode(before);
  }
}
