package dev.emovox.wav2vec2.testing;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.Libtorch;
import dev.emovox.wav2vec2.engine.LibtorchSettings;

/** Tensors for a test, on the processor; closed with it. */
public final class Tensors implements AutoCloseable {
  private final NDManager manager;

  /** Starts libtorch if this is the first test to need it. */
  public Tensors() {
    Libtorch.start(LibtorchSettings.of(ComputeDevice.CPU));
    manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    Engine.getEngine("PyTorch").setRandomSeed(1);
  }

  /** Who owns the tensors. */
  public NDManager manager() {
    return manager;
  }

  /** Standard normal, not differentiated by. */
  public NDArray normal(long... shape) {
    return manager.randomNormal(new Shape(shape));
  }

  /** Standard normal, to be differentiated by. */
  public NDArray parameter(long... shape) {
    NDArray parameter = normal(shape);
    parameter.setRequiresGradient(true);
    return parameter;
  }

  /** These numbers, to be differentiated by. */
  public NDArray parameter(float... values) {
    NDArray parameter = manager.create(values);
    parameter.setRequiresGradient(true);
    return parameter;
  }

  @Override
  public void close() {
    manager.close();
  }
}
