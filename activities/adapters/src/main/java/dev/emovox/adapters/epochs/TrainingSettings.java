package dev.emovox.adapters.epochs;

import dev.emovox.adapters.network.CacheFolder;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import java.time.Duration;
import java.util.Map;

/**
 * How networks are trained in this process. None of it is an experiment's business, although the
 * device and the number of threads have a part in the last bits of the numbers.
 *
 * @param device where tensors are
 * @param threads for the work inside one operation on the processor
 * @param cache local copies
 * @param checkpointInterval the least time between checkpoints inside an epoch; zero for one after
 *     every step
 * @param waveformBytes how much disk decoded waveforms may take
 */
public record TrainingSettings(
    ComputeDevice device,
    int threads,
    CacheFolder cache,
    Duration checkpointInterval,
    long waveformBytes) {
  private static final String INTERVAL = "EMOVOX_CHECKPOINT_SECONDS";
  private static final String WAVEFORMS = "EMOVOX_WAVEFORM_CACHE_MB";
  private static final int STANDARD_INTERVAL = 120;
  private static final int STANDARD_WAVEFORMS = 8192;

  /**
   * The settings of a process with these variables: {@code EMOVOX_DEVICE}, {@code EMOVOX_THREADS},
   * {@code EMOVOX_CACHE_DIR}, {@code EMOVOX_CHECKPOINT_SECONDS} (120 if it is not set) and {@code
   * EMOVOX_WAVEFORM_CACHE_MB} (8192).
   *
   * @throws InvalidInputException if one of them can't be used
   */
  public static TrainingSettings of(Map<String, String> environment) {
    ComputeDevice device = ComputeDevice.of(environment);
    return new TrainingSettings(
        device,
        LibtorchSettings.of(device, environment).threads(),
        CacheFolder.of(environment),
        Duration.ofSeconds(number(environment, INTERVAL, STANDARD_INTERVAL)),
        (long) number(environment, WAVEFORMS, STANDARD_WAVEFORMS) << 20);
  }

  private static int number(Map<String, String> environment, String variable, int otherwise) {
    String text = environment.getOrDefault(variable, "").strip();
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,8}")) {
      throw new InvalidInputException(
          "%s is '%s'; it must be a whole number, 0 or more.".formatted(variable, text));
    }
    return Integer.parseInt(text);
  }
}
