package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.StackDocument;
import dev.emovox.cli.render.StackText;
import dev.emovox.cli.workplace.LocalServices;
import dev.emovox.cli.workplace.StackChoice;
import dev.emovox.local.UpOutcome;
import dev.emovox.local.home.S3Kind;
import dev.emovox.local.home.StackStatus;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the local stack. */
@Command(
    name = "up",
    description = {
      "Start the local stack.",
      "Temporal, S3, MLflow, the worker and the prediction service, on this machine only. What is not",
      "installed is installed into the home first."
    },
    footer = {
      "%nExamples:",
      "  ./emovox up                        until Ctrl-C",
      "  ./emovox up --detach               in the background, until `./emovox down`",
      "  ./emovox up --detach --s3 minio    with the MinIO server on PATH",
      "  ./emovox up --port serving=8088    with a port of your choice",
      "  ./emovox up --detach --gpu         worker and service compute on the NVIDIA card"
    })
final class UpCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(names = "--detach", description = "Return once everything answers.")
  private boolean detach;

  @Option(
      names = "--s3",
      paramLabel = "SERVER",
      description =
          "S3 server: ${COMPLETION-CANDIDATES} (default: what the home has, else seaweedfs).",
      completionCandidates = S3Names.class,
      converter = S3Names.class)
  private S3Kind s3;

  @Option(
      names = "--port",
      paramLabel = "NAME=PORT",
      description = "Port of temporal, temporal-ui, s3, mlflow or serving (default: a free one).")
  private Map<String, Integer> ports = new TreeMap<>();

  @Option(
      names = "--gpu",
      negatable = true,
      description = {
        "Compute on the NVIDIA card; libtorch with CUDA is installed first (2.5 GB, once).",
        "The home remembers it; --no-gpu goes back to the processor."
      })
  private Boolean gpu;

  UpCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    LocalServices services = invocation.workplace().services();
    StackChoice choice = new StackChoice(Optional.ofNullable(s3), ports, Optional.ofNullable(gpu));
    UpOutcome outcome = detach ? services.upDetached(choice) : services.up(choice, this::ready);
    if (outcome == UpOutcome.ALREADY_RUNNING) {
      console.message(
          "The stack of this home is running already"
              + (choice.equals(StackChoice.standard())
                  ? "."
                  : ", so what was asked for was not applied: `./emovox down` first."));
    }
    if (detach || outcome == UpOutcome.ALREADY_RUNNING) {
      show(services.status());
    }
    return 0;
  }

  private void ready(StackStatus status) {
    show(status);
    invocation.console().message("Everything is up. Ctrl-C or `./emovox down` ends it.");
  }

  private void show(StackStatus status) {
    Console console = invocation.console();
    console.result(new StackText(console.style()).lines(status));
    if (console.json()) {
      console.document(Json.write(StackDocument.of(status)));
    }
  }
}
