package dev.emovox.cli.command;

import dev.emovox.access.IssuedKey;
import dev.emovox.access.KeyRegister;
import dev.emovox.access.Scope;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.IssuedKeyDocument;
import dev.emovox.cli.render.ServingKeyText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key of the prediction service. */
@Command(
    name = "create",
    description = {
      "Make a key and print it: the one time that it is shown. Only its hash is kept.",
      "Scopes: predict, model:read, metrics, admin (all of them)."
    },
    footer = {
      "%nExamples:",
      "  ./emovox serving-key create call-centre --scope predict --days 90",
      "  ./emovox serving-key create prometheus --scope metrics --json | jq -r .key"
    })
final class ServingKeyCreateCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 36_500;

  private final Invocation invocation;

  @Parameters(paramLabel = "NAME", description = "Whose key it is; several keys may have one name.")
  private String name;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      split = ",",
      defaultValue = "predict",
      description = "What it allows (default: predict); may be given several times.")
  private List<String> scopes;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Days until it expires (default: it does not).")
  private Integer days;

  @Mixin private KeyFileOption file = new KeyFileOption();
  @Spec private CommandSpec spec;

  ServingKeyCreateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw new ParameterException(
          spec.commandLine(), "--days: a number from 1 to %d".formatted(MOST_DAYS));
    }
    Console console = invocation.console();
    KeyRegister register = file.register(invocation);
    IssuedKey issued =
        register.create(name, allowed(), Optional.ofNullable(days).map(Duration::ofDays));
    IssuedKeyDocument document = IssuedKeyDocument.of(issued, register.file().path());
    console.result(new ServingKeyText(console.style()).issued(document));
    if (console.json()) {
      console.document(Json.write(document));
    }
    return 0;
  }

  private Set<Scope> allowed() {
    return scopes.stream().map(Scope::parse).collect(Collectors.toUnmodifiableSet());
  }
}
