package dev.emovox.audit.examination;

import dev.emovox.audit.evidence.DefectException;
import dev.emovox.audit.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers findings. The same finding is kept once, however many rules and subjects lead to it. Not
 * safe for use by several threads.
 */
public final class Examination {
  private record Place(String rule, String subject, String evidence) {}

  private final Map<Place, Finding> findings = new LinkedHashMap<>();

  /** Applies rules to a subject. What can't be read is a finding, and the other rules go on. */
  public <S> void apply(Collection<? extends Rule<? super S>> rules, S subject) {
    for (Rule<? super S> rule : rules) {
      try {
        rule.breaches(subject).forEach(breach -> add(rule.text().finding(breach)));
      } catch (DefectException e) {
        add(e);
      } catch (IllegalArgumentException e) {
        // A record lacks what every record of its kind has: an output, a model that a plan names.
        add(DefectException.unreadable("the record that %s asks".formatted(name(rule)), e));
      }
    }
  }

  private static String name(Rule<?> rule) {
    return rule.text().name();
  }

  /** Adds what was found by other means. */
  public void add(Finding finding) {
    findings.putIfAbsent(new Place(finding.rule(), finding.subject(), finding.evidence()), finding);
  }

  /** An artefact that can't be used is told of once, whatever it was asked for. */
  public void add(DefectException defect) {
    Finding finding = defect.finding();
    findings.putIfAbsent(new Place(finding.rule(), finding.subject(), ""), finding);
  }

  /** What was found, in the order in which it was. */
  public List<Finding> findings() {
    return new ArrayList<>(findings.values());
  }
}
