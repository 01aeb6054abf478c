package dev.emovox.cli.connected;

import dev.emovox.cli.benchmark.Benchmarks;
import dev.emovox.cli.benchmark.ProcessBenchmarks;
import dev.emovox.cli.prediction.Classifier;
import dev.emovox.cli.prediction.EmotionService;
import dev.emovox.cli.prediction.ServiceKey;
import dev.emovox.cli.temporal.TemporalPromotions;
import dev.emovox.cli.temporal.TemporalRuns;
import dev.emovox.cli.temporal.TemporalSchedules;
import dev.emovox.cli.workplace.Artifacts;
import dev.emovox.cli.workplace.Audits;
import dev.emovox.cli.workplace.Checkout;
import dev.emovox.cli.workplace.Checkpoints;
import dev.emovox.cli.workplace.LedgerAccess;
import dev.emovox.cli.workplace.LineageAccess;
import dev.emovox.cli.workplace.LocalServices;
import dev.emovox.cli.workplace.Models;
import dev.emovox.cli.workplace.Promotions;
import dev.emovox.cli.workplace.Reports;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.cli.workplace.Schedules;
import dev.emovox.cli.workplace.Workplace;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.ledger.machine.LedgerFiles;
import dev.emovox.local.LocalStack;
import dev.emovox.local.home.Home;
import dev.emovox.local.home.ServiceStatus;
import dev.emovox.settings.Endpoints;
import dev.emovox.settings.Secret;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The real workplace: servers named by {@code EMOVOX_*} variables, else the running home's. */
public final class ConnectedWorkplace implements Workplace {
  private static final String CHECKPOINT_CACHE = "checkpoints";
  private static final String HOME_VARIABLE = "EMOVOX_HOME";
  private static final String SERVING_VARIABLE = "EMOVOX_SERVING_URL";
  private static final String PAGES_VARIABLE = "EMOVOX_TEMPORAL_UI_URL";

  /** One of them is enough to mean servers of the user's own. */
  private static final Set<String> SERVER_VARIABLES =
      Set.of("EMOVOX_TEMPORAL_ADDRESS", "EMOVOX_S3_URL", "EMOVOX_MLFLOW_URL");

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
    return new StackServices(stack(), environment, progress);
  }

  @Override
  public ComputeDevice device() {
    return ComputeDevice.of(environment);
  }

  @Override
  public Runs runs() {
    return new TemporalRuns(endpoints().temporal(), temporalPages(), Clock.systemUTC());
  }

  @Override
  public Schedules schedules() {
    Endpoints endpoints = endpoints();
    return new TemporalSchedules(
        endpoints.temporal(), temporalPages(), new StoredStarts(endpoints.s3()));
  }

  @Override
  public Models models() {
    return new ConnectedModels(endpoints());
  }

  @Override
  public Promotions promotions() {
    boolean serving = !ownServers() || !environment.getOrDefault(SERVING_VARIABLE, "").isBlank();
    return new TemporalPromotions(endpoints().temporal(), ConnectedModels.MODEL, serving);
  }

  @Override
  public LedgerAccess ledger() {
    return new ConnectedLedger(endpoints(), ledgerFiles());
  }

  @Override
  public Audits audits() {
    Endpoints endpoints = endpoints();
    return new ConnectedAudits(endpoints, ledgerFiles().anchor(endpoints.s3().bucket()), progress);
  }

  @Override
  public LedgerFiles ledgerFiles() {
    return new LedgerFiles(home().resolve("ledger"), environment, progress);
  }

  @Override
  public LineageAccess lineage() {
    return new ConnectedLineage(endpoints(), ledgerFiles());
  }

  @Override
  public Artifacts artifacts() {
    return new ConnectedArtifacts(endpoints());
  }

  @Override
  public Reports reports() {
    return new ConnectedReports(endpoints());
  }

  @Override
  public Checkpoints checkpoints() {
    return new ConnectedCheckpoints(endpoints(), environment, home().resolve(CHECKPOINT_CACHE));
  }

  @Override
  public Classifier service() {
    return new EmotionService(serving(), servingKey());
  }

  @Override
  public Benchmarks benchmarks() {
    return new ProcessBenchmarks(checkout().root(), home(), progress);
  }

  @Override
  public Optional<String> liveVersion() {
    return new EmotionService(serving(), servingKey()).liveVersion();
  }

  @Override
  public Pages pages() {
    Endpoints endpoints = endpoints();
    return new Pages(endpoints.mlflow().url(), endpoints.serving());
  }

  /** The service's address alone is enough to ask for predictions. */
  private URI serving() {
    String named = environment.getOrDefault(SERVING_VARIABLE, "").strip();
    try {
      return named.isEmpty() ? endpoints().serving() : new URI(named.replaceFirst("/+$", ""));
    } catch (URISyntaxException e) {
      throw new InvalidInputException(
          "%s is not a URL such as http://HOST:PORT.".formatted(SERVING_VARIABLE), e);
    }
  }

  private Optional<Secret> servingKey() {
    return new ServiceKey(environment).value();
  }

  private LocalStack stack() {
    return new LocalStack(new Home(home()), progress);
  }

  /** Whether the user named servers instead of the home's. */
  private boolean ownServers() {
    return environment.keySet().stream().anyMatch(SERVER_VARIABLES::contains);
  }

  private Endpoints endpoints() {
    if (!ownServers() && !stack().status().isUp()) {
      throw new ServerUnavailableException(
          "The local stack of %s is not running. Start it with `./emovox up --detach`, or give the addresses of your servers by EMOVOX_TEMPORAL_ADDRESS, EMOVOX_S3_URL and so on."
              .formatted(home()),
          null);
    }
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
