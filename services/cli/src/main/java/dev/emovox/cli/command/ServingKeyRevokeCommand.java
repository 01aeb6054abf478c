package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.ServingKeyDocument;
import dev.emovox.cli.render.ServingKeyText;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Revokes keys of the prediction service. */
@Command(
    name = "revoke",
    description = {
      "Revoke a key by its id, or all keys of a name, for good.",
      "A running service that reads the file refuses them about a second later."
    },
    footer = {"%nExample:", "  ./emovox serving-key revoke call-centre"})
final class ServingKeyRevokeCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "ID|NAME", description = "The key's id, or the name of several keys.")
  private String idOrName;

  @Mixin private KeyFileOption file = new KeyFileOption();

  ServingKeyRevokeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    Instant now = invocation.clock().instant();
    List<ServingKeyDocument> revoked =
        file.register(invocation).revoke(idOrName).stream()
            .map(key -> ServingKeyDocument.of(key, now))
            .toList();
    console.result(new ServingKeyText(console.style()).list(revoked));
    if (console.json()) {
      console.document(Json.write(revoked));
    }
    return 0;
  }
}
