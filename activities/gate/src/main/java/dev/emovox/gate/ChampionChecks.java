package dev.emovox.gate;

import dev.emovox.domain.Estimate;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.evaluation.Bootstrap;
import dev.emovox.evaluation.McNemar;
import dev.emovox.evaluation.PairedBootstrap;
import dev.emovox.evaluation.PairedClips;
import dev.emovox.gate.settings.ChampionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Holds a version against the one that is served, on the same test clips.
 *
 * @param candidate the version
 * @param champion the one that is served
 */
record ChampionChecks(Contender candidate, Contender champion) {
  static final String NOT_BETTER = "the champion is not better";
  static final String NON_INFERIOR = "not inferior to the champion";
  private static final int RESAMPLES = 2000;

  List<GateCheck> of(ChampionRule rule) {
    List<GateCheck> checks = new ArrayList<>();
    rule.notBetter()
        .ifPresent(its -> checks.add(compared(NOT_BETTER, rule, pair -> notBetter(its, pair))));
    rule.nonInferior()
        .ifPresent(its -> checks.add(compared(NON_INFERIOR, rule, pair -> nonInferior(its, pair))));
    return checks;
  }

  private GateCheck compared(String name, ChampionRule rule, Function<Pair, GateCheck> comparison) {
    if (candidate.packageDigest().equals(champion.packageDigest())) {
      return new GateCheck(name, true, null, null, "It is the same package.");
    }
    try {
      TestedModel its = candidate.test(rule.split());
      TestedModel theirs = champion.test(rule.split());
      return comparison.apply(new Pair(PairedClips.of(its.clips(), theirs.clips()), its.seed()));
    } catch (NotJudgedException e) {
      // A test that is missing or can't be relied on is no test on other clips.
      return GateCheck.impossible(name, nothingCompared("", e));
    } catch (InvalidInputException e) {
      boolean passed = rule.whenIncomparable() == ChampionRule.Incomparable.PASS;
      String note = passed ? ", which this gate lets pass" : "";
      return new GateCheck(name, passed, null, null, nothingCompared(note, e));
    }
  }

  private String nothingCompared(String note, RuntimeException cause) {
    return "Nothing was compared with version %s%s: %s"
        .formatted(champion.version(), note, cause.getMessage());
  }

  private record Pair(PairedClips clips, long seed) {}

  private GateCheck notBetter(ChampionRule.NotBetter rule, Pair pair) {
    McNemar test = McNemar.of(pair.clips);
    boolean better = test.onlySecond() > test.onlyFirst() && test.pValue() <= rule.significance();
    String reason =
        "Of %d clips, %d are right with version %s only and %d with the champion, version %s, only: %s (McNemar's exact test, p = %s)."
            .formatted(
                pair.clips.size(),
                test.onlyFirst(),
                candidate.version(),
                test.onlySecond(),
                champion.version(),
                better ? "the champion is better" : "the champion is not shown to be better",
                probability(test.pValue()));
    return new GateCheck(NOT_BETTER, !better, test.pValue(), rule.significance(), reason);
  }

  private GateCheck nonInferior(ChampionRule.NonInferior rule, Pair pair) {
    Bootstrap bootstrap = new Bootstrap(RESAMPLES, rule.confidence(), pair.seed);
    Estimate difference = rule.metric().of(new PairedBootstrap(bootstrap).differences(pair.clips));
    boolean passed = difference.low() > -rule.margin();
    String reason =
        "On the same %d clips the %s differs from that of the champion, version %s, by %s (%s %% interval %s to %s): %s a loss of %s or more."
            .formatted(
                pair.clips.size(),
                rule.metric().words(),
                champion.version(),
                ScoreChecks.number(difference.value()),
                Math.round(100 * rule.confidence()),
                ScoreChecks.number(difference.low()),
                ScoreChecks.number(difference.high()),
                passed ? "it rules out" : "it does not rule out",
                ScoreChecks.number(rule.margin()));
    return new GateCheck(NON_INFERIOR, passed, difference.low(), -rule.margin(), reason);
  }

  private static String probability(double value) {
    return String.format(Locale.ROOT, "%.2g", value);
  }
}
