package dev.emovox.audit.examination;

import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import java.util.stream.Stream;

/**
 * Something that must hold of everything of a kind. Stateless.
 *
 * @param <S> what it is about
 */
public interface Rule<S> {
  /** Its name and what a breach means. */
  RuleText text();

  /**
   * Where it does not hold; nothing if all is well.
   *
   * @throws dev.emovox.audit.evidence.DefectException if what it asks for can't be read; also while
   *     the stream is consumed
   */
  Stream<Breach> breaches(S subject);
}
