package dev.emovox.wav2vec2.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.config.ParameterShapes;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.Libtorch;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The parameters of a model on a device, as tensors of 32-bit numbers under their canonical names.
 * They take no part in automatic differentiation until {@link #train} says which do.
 *
 * <p>Owns its memory: to be closed after the last use of any of them. Reading is safe for several
 * threads.
 */
public final class Parameters implements AutoCloseable {
  private final Wav2Vec2Config config;
  private final NDManager manager;
  private final SortedMap<String, NDArray> tensors = new TreeMap<>();

  private Parameters(Wav2Vec2Config config, NDManager manager) {
    this.config = config;
    this.manager = manager;
  }

  /** The parameters of a checkpoint for its own classes. */
  public static Parameters load(
      Checkpoint checkpoint, ComputeDevice device, HeadInitialisation head) {
    return load(checkpoint, checkpoint.config(), device, head);
  }

  /**
   * The parameters of a checkpoint, copied to a device; the checkpoint may be closed afterwards.
   * libtorch is started if it has not been.
   *
   * @param config the checkpoint's own, or one with other labels if the head is new
   * @throws InvalidInputException if the head is to come from a checkpoint that has none, or the
   *     device is not there
   */
  public static Parameters load(
      Checkpoint checkpoint, Wav2Vec2Config config, ComputeDevice device, HeadInitialisation head) {
    if (!head.isNew() && !checkpoint.hasHead()) {
      throw new InvalidInputException(
          "This checkpoint is only pre-trained: it has no classification head (projector,"
              + " classifier), so it can be fine-tuned but knows no classes to predict.");
    }
    Device place = Libtorch.start(LibtorchSettings.of(device)).device(device);
    Parameters parameters = new Parameters(config, NDManager.newBaseManager(place, "PyTorch"));
    try {
      ParameterShapes.of(config)
          .forEach((name, shape) -> parameters.add(name, shape, checkpoint, head));
      return parameters;
    } catch (RuntimeException e) {
      parameters.close();
      throw e;
    }
  }

  private void add(
      String name, List<Long> dimensions, Checkpoint checkpoint, HeadInitialisation head) {
    Shape shape = new Shape(dimensions);
    NDArray tensor =
        head.isNew() && ParameterShapes.isHead(name)
            ? head.parameter(name, shape, config.transformer().initializerRange(), manager)
            : copied(checkpoint, name, shape);
    NDScope.unregister(tensor);
    tensors.put(name, tensor);
  }

  /** Straight from the file into libtorch's memory; a graphics card gets it from there. */
  private NDArray copied(Checkpoint checkpoint, String name, Shape shape) {
    NDArray tensor = manager.create(shape, DataType.FLOAT32, Device.cpu());
    checkpoint.read(name, tensor.toByteBuffer(true).order(ByteOrder.LITTLE_ENDIAN));
    if (!manager.getDevice().isGpu()) {
      return tensor;
    }
    try (tensor) {
      NDArray moved = tensor.toDevice(manager.getDevice(), true);
      moved.attach(manager);
      return moved;
    }
  }

  /** What the parameters are of. */
  public Wav2Vec2Config config() {
    return config;
  }

  /**
   * One parameter; it stays the property of this object.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public NDArray get(String canonicalName) {
    NDArray tensor = tensors.get(canonicalName);
    if (tensor == null) {
      throw new IllegalArgumentException("no parameter " + canonicalName);
    }
    return tensor;
  }

  /** All parameters by name. */
  public SortedMap<String, NDArray> all() {
    return Collections.unmodifiableSortedMap(tensors);
  }

  /** How many numbers there are. */
  public long count() {
    return tensors.values().stream().mapToLong(NDArray::size).sum();
  }

  /**
   * Lets the parameters whose names pass take part in automatic differentiation, and freezes all
   * others. What only depends on frozen parameters is not recorded, so a frozen feature encoder
   * costs no memory.
   */
  public void train(Predicate<String> trainable) {
    tensors.forEach((name, tensor) -> tensor.setRequiresGradient(trainable.test(name)));
  }

  /** What tensors of a computation may be made with, on the parameters' device. */
  public NDManager newManager() {
    return manager.newSubManager();
  }

  @Override
  public void close() {
    manager.close();
  }
}
