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

/** Lists the keys of the prediction service. */
@Command(
    name = "list",
    description = "List all keys, also those that have expired or were revoked; no secrets.",
    footer = {
      "%nExample:",
      "  ./emovox serving-key list --json | jq -r '.[] | select(.state == \"valid\").id'"
    })
final class ServingKeyListCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private KeyFileOption file = new KeyFileOption();

  ServingKeyListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    Instant now = invocation.clock().instant();
    List<ServingKeyDocument> keys =
        file.register(invocation).keys().stream()
            .map(key -> ServingKeyDocument.of(key, now))
            .toList();
    console.result(new ServingKeyText(console.style()).list(keys));
    if (console.json()) {
      console.document(Json.write(keys));
    }
    return 0;
  }
}
