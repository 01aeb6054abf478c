package dev.emovox.cli.connected;

import dev.emovox.cli.prediction.Classifier;
import dev.emovox.cli.prediction.EmotionService;
import dev.emovox.cli.temporal.TemporalRuns;
import dev.emovox.cli.workplace.Checkout;
import dev.emovox.cli.workplace.LocalServices;
import dev.emovox.cli.workplace.Models;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.cli.workplace.Workplace;
import dev.emovox.local.LocalStack;
import dev.emovox.local.home.Home;
import dev.emovox.local.home.ServiceStatus;
import dev.emovox.settings.Endpoints;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The real workplace: servers named by {@code EMOVOX_*} variables, else the running home's. */
public final class ConnectedWorkplace implements Workplace {
  private static final String HOME_VARIABLE = "EMOVOX_HOME";
  private static final String PAGES_VARIABLE = "EMOVOX_TEMPORAL_UI_URL";

  private final Map<String, String> environment;
  private final Path givenHome;
  private final Consumer<String> progress;

  /**
   * A workplace; nothing is reached yet.
   *
   * @param givenHome the home's folder, or null for the default
   * @param progress told what takes long, a line at a time
   */
  public ConnectedWorkplace(
      Map<String, String> environment, Path givenHome, Consumer<String> progress) {
    this.environment = Map.copyOf(environment);
    this.givenHome = givenHome;
    this.progress = progress;
  }

  @Override
  public Checkout checkout() {
    return Checkout.find(environment);
  }

  @Override
  public Path home() {
    if (givenHome != null) {
      return givenHome.toAbsolutePath().normalize();
    }
    String named = environment.getOrDefault(HOME_VARIABLE, "");
    Path folder = named.isEmpty() ? checkout().root().resolve(".emovox") : Path.of(named);
    return folder.toAbsolutePath().normalize();
  }

  @Override
  public LocalServices services() {
    return new StackServices(stack(), environment);
  }

  @Override
  public Runs runs() {
    return new TemporalRuns(endpoints().temporal(), temporalPages(), Clock.systemUTC());
  }

  @Override
  public Models models() {
    return new ConnectedModels(endpoints());
  }

  @Override
  public Classifier service() {
    return new EmotionService(endpoints().serving());
  }

  @Override
  public Optional<String> liveVersion() {
    return new EmotionService(endpoints().serving()).liveVersion();
  }

  @Override
  public Pages pages() {
    Endpoints endpoints = endpoints();
    return new Pages(temporalPages(), endpoints.mlflow().url(), endpoints.serving());
  }

  private LocalStack stack() {
    return new LocalStack(new Home(home()), progress);
  }

  private Endpoints endpoints() {
    return stack().endpoints(environment);
  }

  /** The variable, else what the stack knows of its own Temporal. */
  private Optional<URI> temporalPages() {
    return Optional.ofNullable(environment.get(PAGES_VARIABLE))
        .filter(text -> !text.isBlank())
        .or(
            () ->
                stack().status().services().stream()
                    .filter(service -> service.name().equals("temporal"))
                    .findFirst()
                    .flatMap(ServiceStatus::ui))
        .map(URI::create);
  }
}
