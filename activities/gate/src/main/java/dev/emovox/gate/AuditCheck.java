package dev.emovox.gate;

import java.util.List;

/** Asks the audit about a version. */
@FunctionalInterface
public interface AuditCheck {

  /**
   * The findings of severity error, each in a sentence; none if all is well.
   *
   * @throws dev.emovox.domain.EmovoxException if the audit can't be made
   */
  List<String> errors(String version);
}
