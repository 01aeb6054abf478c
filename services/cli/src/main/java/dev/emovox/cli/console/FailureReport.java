package dev.emovox.cli.console;

/**
 * Tells of an error: the paragraph on standard error and, with {@code --json}, {@code {"error":
 * {"kind", "message", "exit_code"}}} on standard output unless a document is there already.
 */
public final class FailureReport {

  /** The JSON document of an error. */
  public record Document(Failure error) {}

  private FailureReport() {}

  /** Reports and returns the exit status. */
  public static int report(Console console, Failure failure) {
    console.message(console.messageStyle().bad("error:") + " " + failure.message());
    if (console.json() && !console.documentWritten()) {
      console.document(Json.write(new Document(failure)));
    }
    return failure.exitCode();
  }
}
