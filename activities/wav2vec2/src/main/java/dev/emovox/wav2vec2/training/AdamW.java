package dev.emovox.wav2vec2.training;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.checkpoint.TensorSource;
import dev.emovox.wav2vec2.kernels.AdamWNumbers;
import dev.emovox.wav2vec2.kernels.AdamWTensors;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * AdamW (Loshchilov and Hutter, 2019) as PyTorch computes it: weight decay apart from the gradient
 * and scaled by the learning rate, ε added after the bias correction, and a parameter without a
 * gradient left alone, its count of steps too.
 *
 * <p>Its state can be read and put back; training then goes on bit by bit as it would have. For one
 * thread at a time.
 */
public final class AdamW implements AutoCloseable {
  private final TorchKernels kernels;
  private final AdamWSettings settings;
  private final List<ParameterGroup> groups;
  private final SortedMap<String, Moments> moments = new TreeMap<>();

  /**
   * An optimiser that has not made a step. Marks its parameters as those to differentiate by.
   *
   * @throws IllegalArgumentException if a parameter is in two groups
   */
  public AdamW(TorchKernels kernels, AdamWSettings settings, List<ParameterGroup> groups) {
    this.kernels = kernels;
    this.settings = settings;
    this.groups = List.copyOf(groups);
    groups.forEach(group -> group.parameters().forEach(this::begin));
  }

  private void begin(String name, NDArray parameter) {
    if (moments.containsKey(name)) {
      throw new IllegalArgumentException("Two groups have the parameter " + name + ".");
    }
    parameter.setRequiresGradient(true);
    moments.put(name, Moments.none(parameter));
  }

  /** All parameters by name. */
  public SortedMap<String, NDArray> parameters() {
    SortedMap<String, NDArray> all = new TreeMap<>();
    groups.forEach(group -> all.putAll(group.parameters()));
    return Collections.unmodifiableSortedMap(all);
  }

  /**
   * One step.
   *
   * @param gradients worthless afterwards
   * @param rateFactor what the groups' learning rates are multiplied by, as a schedule says
   * @param gradientDivisor what gradients are divided by, as clipping says; 1 for no change
   */
  public void update(Gradients gradients, double rateFactor, double gradientDivisor) {
    for (ParameterGroup group : groups) {
      AdamWTensors tensors = tensors(group, gradients);
      if (!tensors.parameters().isEmpty()) {
        kernels.adamW(
            tensors,
            new AdamWNumbers(
                group.learningRate() * rateFactor,
                settings.firstDecay(),
                settings.secondDecay(),
                settings.epsilon(),
                group.weightDecay(),
                gradientDivisor));
      }
    }
  }

  private AdamWTensors tensors(ParameterGroup group, Gradients gradients) {
    AdamWTensors tensors =
        new AdamWTensors(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    group
        .parameters()
        .forEach(
            (name, parameter) -> {
              NDArray gradient = gradients.tensors().get(name);
              if (gradient != null) {
                tensors.parameters().add(parameter);
                tensors.gradients().add(gradient);
                moments.get(name).addTo(tensors);
              }
            });
    return tensors;
  }

  /**
   * The state as tensors, valid until the next step, the next {@link #restore} or closing. Their
   * names are {@code mean/NAME}, {@code square/NAME} and {@code steps/NAME}, one of each for a
   * parameter.
   */
  public TensorSource state() {
    return tensorState();
  }

  /**
   * Puts back a state that {@link #state} gave for the same parameters.
   *
   * @throws dev.emovox.domain.InvalidInputException if it is of others; nothing is changed then
   */
  public void restore(TensorSource state) {
    tensorState().restore(state);
  }

  private TensorState tensorState() {
    SortedMap<String, NDArray> arrays = new TreeMap<>();
    moments.forEach(
        (name, of) -> {
          arrays.put("mean/" + name, of.mean());
          arrays.put("square/" + name, of.square());
          arrays.put("steps/" + name, of.steps());
        });
    return new TensorState("the optimiser's state", arrays);
  }

  @Override
  public void close() {
    moments.values().forEach(Moments::close);
  }
}
