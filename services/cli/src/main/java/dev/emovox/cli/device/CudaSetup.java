package dev.emovox.cli.device;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.local.libtorch.CudaLibtorch;
import dev.emovox.local.provisioning.PythonInterpreter;
import dev.emovox.local.provisioning.RequirementsLock;
import dev.emovox.local.provisioning.SearchPath;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.LibtorchFindings;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import dev.emovox.wav2vec2.engine.library.DriverLibrary;
import dev.emovox.wav2vec2.engine.library.NvidiaDriver;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes a graphics card usable for the worker and the service. */
public final class CudaSetup {
  private static final ComputeDevice CARD = ComputeDevice.parse("cuda");
  private static final String LIBRARY = "PYTORCH_LIBRARY_PATH";

  private final Map<String, String> environment;
  private final Supplier<NvidiaDriver> driver;
  private final Function<Map<String, String>, LibtorchFindings> trial;
  private final Consumer<String> progress;

  /**
   * A set-up; nothing is done yet.
   *
   * @param environment the user's variables
   * @param driver asks NVIDIA's driver
   * @param trial tries libtorch on a card, in a process with these variables
   * @param progress told what takes long
   */
  CudaSetup(
      Map<String, String> environment,
      Supplier<NvidiaDriver> driver,
      Function<Map<String, String>, LibtorchFindings> trial,
      Consumer<String> progress) {
    this.environment = Map.copyOf(environment);
    this.driver = driver;
    this.trial = trial;
    this.progress = progress;
  }

  /** The set-up of this machine. */
  public static CudaSetup of(Map<String, String> environment, Consumer<String> progress) {
    return new CudaSetup(
        environment,
        DriverLibrary::ask,
        variables -> new LibtorchProcess(variables).run(CARD),
        progress);
  }

  /**
   * Installs libtorch with CUDA unless the user names one, and tries it.
   *
   * @return the variables that make a process compute on the card
   * @throws InvalidInputException if there is no card or libtorch can't compute on it
   */
  public Map<String, String> variables() {
    NvidiaDriver state = driver.get();
    if (state.cards().isEmpty()) {
      throw new InvalidInputException(
          "A graphics card was asked for (--gpu, now or when this home was last started), and %s. Nothing was installed. Install NVIDIA's driver and check `nvidia-smi`, or use the processor: `./emovox up --no-gpu`."
              .formatted(state.problem()));
    }
    Map<String, String> added = Map.of(LIBRARY, library(), "EMOVOX_DEVICE", CARD.toString());
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(added);
    String problem = trial.apply(all).problem();
    if (!problem.isEmpty()) {
      throw new InvalidInputException(
          problem + " To start on the processor: `./emovox up --no-gpu`.");
    }
    return added;
  }

  private String library() {
    String named = environment.getOrDefault(LIBRARY, "");
    if (!named.isBlank()) {
      return named;
    }
    CudaLibtorch libtorch =
        new CudaLibtorch(
            LibtorchSettings.of(CARD, environment).cudaFolder(),
            RequirementsLock.libtorch(),
            () -> PythonInterpreter.find(SearchPath.of(environment)),
            progress);
    libtorch.provision();
    return libtorch.libraries().toString();
  }
}
