package dev.emovox.cli.command;

import dev.emovox.audit.AuditResult;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.ExitCode;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.AuditDocument;
import dev.emovox.cli.render.AuditText;
import dev.emovox.cli.workplace.Audits;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks whether everything is what it says it is. */
@Command(
    name = "audit",
    description = {
      "Check whether a run, a model version, or everything is what it says it is.",
      "Every digest and every score is computed again from what is stored; splits, copies, features,",
      "checkpoints, packages, registry and ledger are held against each other and against rules by name."
    },
    footer = {
      "%nExit code 4 if something is found. A version is looked at with its run and the ledger; nothing",
      "is changed anywhere.",
      "%nExamples:",
      "  ./emovox audit",
      "  ./emovox audit 2",
      "  ./emovox audit all --json | jq -r '.findings[] | .rule + \" \" + .subject'"
    })
final class AuditCommand implements Callable<Integer> {
  private static final String ALL = "all";

  private final Invocation invocation;

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN|VERSION|all",
      defaultValue = ALL,
      description = "What to look at (default: ${DEFAULT-VALUE}).")
  private String subject = ALL;

  AuditCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    try (Audits audits = invocation.workplace().audits()) {
      AuditResult result = subject.equals(ALL) ? audits.ofEverything() : audits.of(subject);
      AuditDocument document = AuditDocument.of(result);
      console.result(new AuditText(console.style()).lines(document));
      if (console.json()) {
        console.document(Json.write(document));
      }
      return (result.isClean() ? ExitCode.DONE : ExitCode.FOUND).status();
    }
  }
}
