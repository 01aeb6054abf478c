package dev.emovox.cli.testing;

import dev.emovox.cli.prediction.Classifier;
import dev.emovox.cli.prediction.FileOutcome;
import dev.emovox.cli.prediction.ModelName;
import dev.emovox.cli.workplace.Checkout;
import dev.emovox.cli.workplace.Checkpoints;
import dev.emovox.cli.workplace.LocalServices;
import dev.emovox.cli.workplace.Models;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.cli.workplace.Workplace;
import dev.emovox.ledger.machine.LedgerFiles;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A workplace in memory, on the configuration of this checkout. */
public final class FakeWorkplace implements Workplace {
  private final Path home;
  private final FakeRuns runs = new FakeRuns();
  private final FakeSchedules schedules = new FakeSchedules();
  private final FakeServices services = new FakeServices();
  private final FakeModels models = new FakeModels();
  private final FakeLedger ledger = new FakeLedger();
  private final FakeAudits audits = new FakeAudits();
  private final FakePromotions promotions = new FakePromotions(ledger);
  private final List<String> notices = new ArrayList<>();
  private final FakeCheckpoints checkpoints = new FakeCheckpoints();
  private final FakeLineage lineage = new FakeLineage();
  private final FakeArtifacts artifacts = new FakeArtifacts();
  private final FakeReports reports = new FakeReports();
  private final FakeBenchmarks benchmarks = new FakeBenchmarks();

  public FakeWorkplace(Path home) {
    this.home = home;
  }

  @Override
  public Checkout checkout() {
    return Checkout.find(Map.of());
  }

  @Override
  public Path home() {
    return home;
  }

  @Override
  public LocalServices services() {
    return services;
  }

  @Override
  public ComputeDevice device() {
    return ComputeDevice.CPU;
  }

  @Override
  public Runs runs() {
    return runs;
  }

  @Override
  public FakeSchedules schedules() {
    return schedules;
  }

  @Override
  public Models models() {
    return models;
  }

  @Override
  public FakePromotions promotions() {
    return promotions;
  }

  @Override
  public FakeLedger ledger() {
    return ledger;
  }

  @Override
  public FakeAudits audits() {
    return audits;
  }

  @Override
  public LedgerFiles ledgerFiles() {
    return new LedgerFiles(home.resolve("ledger"), Map.of(), notices::add);
  }

  @Override
  public FakeLineage lineage() {
    return lineage;
  }

  @Override
  public FakeArtifacts artifacts() {
    return artifacts;
  }

  @Override
  public FakeReports reports() {
    return reports;
  }

  @Override
  public Checkpoints checkpoints() {
    return checkpoints;
  }

  @Override
  public Classifier service() {
    return new AngryService();
  }

  @Override
  public FakeBenchmarks benchmarks() {
    return benchmarks;
  }

  @Override
  public Optional<String> liveVersion() {
    return promotions.champion();
  }

  @Override
  public Pages pages() {
    return new Pages(URI.create("http://mlflow"), URI.create("http://serving"));
  }

  public FakeRuns fakeRuns() {
    return runs;
  }

  public FakeServices fakeServices() {
    return services;
  }

  public FakeCheckpoints fakeCheckpoints() {
    return checkpoints;
  }

  public FakeModels fakeModels() {
    return models;
  }

  /** Hears anger in everything that has a byte. */
  private static final class AngryService implements Classifier {
    @Override
    public FileOutcome classify(String path, byte[] content) {
      if (content.length == 0) {
        return FileOutcome.refused(path, "not_audio", "This is not audio.");
      }
      Map<String, Double> probabilities = new TreeMap<>(Map.of("angry", 0.75, "sad", 0.25));
      ModelName model = new ModelName("3", Statuses.digest("package").toString());
      return new FileOutcome.Predicted(path, "angry", probabilities, null, model, "p-1");
    }

    @Override
    public void close() {}
  }
}
