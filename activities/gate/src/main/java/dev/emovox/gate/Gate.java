package dev.emovox.gate;

import dev.emovox.domain.Digest;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.gate.settings.AuditUse;
import dev.emovox.gate.settings.Budgets;
import dev.emovox.gate.settings.ChampionRule;
import dev.emovox.gate.settings.GateSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Judges versions. A check that can't be made has failed, with the reason; only a server that is
 * away is thrown, since asking again may help.
 *
 * @param name the gate's name
 * @param text its file's text
 */
public record Gate(String name, String text) {

  /**
   * Makes every check, whatever the others say.
   *
   * @throws dev.emovox.domain.InvalidInputException if the text is no gate's
   * @throws ServerUnavailableException if something needed can't be reached
   */
  public GateReport judge(GateSubject subject) {
    List<GateCheck> checks = checks(GateSettings.read(text, "gate " + name), subject);
    Optional<Contender> champion = subject.champion();
    return new GateReport(
        name,
        Digest.of(text),
        subject.candidate().version(),
        subject.candidate().packageDigest(),
        champion.map(Contender::version).orElse(null),
        champion.map(Contender::packageDigest).orElse(null),
        checks.stream().allMatch(GateCheck::passed),
        checks);
  }

  private static List<GateCheck> checks(GateSettings gate, GateSubject subject) {
    List<GateCheck> checks = new ArrayList<>(scores(gate, new ScoreChecks(subject.candidate())));
    gate.champion().ifPresent(rule -> checks.addAll(champion(rule, subject)));
    if (gate.audit() == AuditUse.REQUIRED) {
      checks.addAll(made("audit", () -> List.of(audit(subject))));
    }
    gate.budgets().ifPresent(its -> checks.addAll(budgets(its, subject.measures())));
    return List.copyOf(checks);
  }

  private static List<GateCheck> scores(GateSettings gate, ScoreChecks scores) {
    List<GateCheck> checks = new ArrayList<>();
    if (gate.betterThanChance()) {
      checks.addAll(made("better than chance", () -> List.of(scores.betterThanChance())));
    }
    gate.scores()
        .forEach(
            limit ->
                checks.addAll(made(ScoreChecks.name(limit), () -> List.of(scores.score(limit)))));
    gate.corpora()
        .forEach(
            limit ->
                checks.addAll(
                    made(
                        ScoreChecks.name(
                            limit.metric(), limit.corpus().orElse("each"), limit.split()),
                        () -> scores.corpora(limit))));
    gate.classes()
        .forEach(
            limit ->
                checks.addAll(
                    made(
                        "recall of class %s%s"
                            .formatted(limit.label().orElse("each"), ScoreChecks.on(limit.split())),
                        () -> scores.classes(limit))));
    return checks;
  }

  private static List<GateCheck> champion(ChampionRule rule, GateSubject subject) {
    return subject
        .champion()
        .map(
            champion ->
                made(
                    "the champion",
                    () -> new ChampionChecks(subject.candidate(), champion).of(rule)))
        .orElseGet(
            () ->
                List.of(
                    new GateCheck("the champion", true, null, null, "No version is served yet.")));
  }

  private static GateCheck audit(GateSubject subject) {
    List<String> errors = subject.audit().errors(subject.candidate().version());
    String reason =
        errors.isEmpty() ? "The audit found no error." : "It found: " + String.join(" ", errors);
    return new GateCheck("audit", errors.isEmpty(), (double) errors.size(), 0.0, reason);
  }

  private static List<GateCheck> budgets(Budgets budgets, PackageMeasures measures) {
    BudgetChecks checks = new BudgetChecks(measures);
    List<GateCheck> made = new ArrayList<>();
    budgets
        .megabytes()
        .ifPresent(most -> made.addAll(made(BudgetChecks.SIZE, () -> List.of(checks.size(most)))));
    budgets
        .latency()
        .ifPresent(
            limit -> made.addAll(made(BudgetChecks.LATENCY, () -> List.of(checks.latency(limit)))));
    return made;
  }

  /** A check that can't be made has failed. */
  private static List<GateCheck> made(String name, Supplier<List<GateCheck>> check) {
    try {
      return check.get();
    } catch (ServerUnavailableException e) {
      throw e;
    } catch (EmovoxException | NotJudgedException e) {
      return List.of(GateCheck.impossible(name, e.getMessage()));
    }
  }
}
