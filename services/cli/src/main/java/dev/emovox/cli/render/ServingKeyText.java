package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.IssuedKeyDocument;
import dev.emovox.cli.document.ServingKeyDocument;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Keys of the prediction service for people. */
public final class ServingKeyText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Style style;

  public ServingKeyText(Style style) {
    this.style = style;
  }

  /** A key that was just made; its secret is a line of its own. */
  public List<String> issued(IssuedKeyDocument key) {
    return List.of(
        style.bold(key.key()),
        "This is the key of %s, and it is not shown again. Send it in the header 'Authorization: Bearer KEY', or give it to `./emovox predict` in EMOVOX_SERVING_KEY."
            .formatted(key.name()),
        "It allows %s %s; its hash is in %s."
            .formatted(
                String.join(", ", key.scopes()),
                key.expires() == null
                    ? "until it is revoked"
                    : "until " + TIME.format(key.expires()),
                key.file()));
  }

  /** Keys, or how to make one. */
  public List<String> list(List<ServingKeyDocument> keys) {
    if (keys.isEmpty()) {
      return List.of("No keys yet. `./emovox serving-key create NAME` makes one.");
    }
    TextTable table =
        new TextTable("ID", "NAME", "STATE", "SCOPES", "CREATED (UTC)", "EXPIRES", "REVOKED");
    for (ServingKeyDocument key : keys) {
      table.row(
          key.id(),
          key.name(),
          key.state(),
          String.join(",", key.scopes()),
          time(key.created()),
          time(key.expires()),
          time(key.revoked()));
    }
    return table.lines(style);
  }

  private static String time(Instant time) {
    return time == null ? "-" : TIME.format(time);
  }
}
