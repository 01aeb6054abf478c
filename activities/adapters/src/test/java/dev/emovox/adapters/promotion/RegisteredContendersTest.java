package dev.emovox.adapters.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.gate.Contender;
import dev.emovox.gate.TestedModel;
import dev.emovox.records.RunRecord;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegisteredContendersTest {
  private static final Map<String, String> OF_THE_RUN = Map.of("emovox.run", TestedRun.RUN);

  private final TestedRun run = new TestedRun();

  private Contender contender(TestedRun of, Digest packageDigest, Map<String, String> tags) {
    return new RegisteredContenders(
            name -> Optional.of(of.record()).filter(record -> record.id().equals(name)),
            of.reader(),
            of::index)
        .of(TestedRun.version(packageDigest, tags));
  }

  private static void isDoubtful(Contender contender, String why) {
    assertThat(contender.doubt().orElseThrow()).contains(why);
    assertThat(contender.tests()).isEmpty();
  }

  @Test
  void aBaselineHasTheTestsOfItsRecipeOnAllSplits() {
    Contender found = contender(run, run.baselinePackage(), OF_THE_RUN);

    assertThat(found.doubt()).isEmpty();
    assertThat(found.version()).isEqualTo("3");
    assertThat(found.packageDigest()).isEqualTo(run.baselinePackage());
    assertThat(found.ownSplit()).contains("random");
    assertThat(found.tests()).containsOnlyKeys("random", "speakers");
    TestedModel test = found.tests().get("speakers");
    assertThat(test.seed()).isEqualTo(TestedRun.SEED);
    assertThat(test.clips())
        .singleElement()
        .satisfies(clip -> assertThat(clip.id()).isEqualTo("logistic on speakers"));
  }

  @Test
  void aNetworkHasItsOwnTests() {
    Contender found = contender(run, run.networkPackage(), OF_THE_RUN);

    assertThat(found.doubt()).isEmpty();
    assertThat(found.tests()).containsOnlyKeys("random");
    assertThat(found.tests().get("random").clips().get(0).id()).isEqualTo("tiny on random");
  }

  @Test
  void aVersionOfSomethingElseIsUntested() {
    isDoubtful(contender(run, null, Map.of()), "registered by something else than Emovox");
    isDoubtful(contender(run, run.baselinePackage(), Map.of()), "no record of a run");
    isDoubtful(
        contender(run, run.baselinePackage(), Map.of("emovox.run", "nobody-1")),
        "no record of a run");
    isDoubtful(contender(run, Digest.of("another"), OF_THE_RUN), "does not tell of the package");
  }

  @Test
  void aRunThatHasNotEndedHasNoTests() {
    Contender found =
        new RegisteredContenders(
                name -> Optional.of(new RunRecord(run.record().plan(), Optional.empty())),
                run.reader(),
                run::index)
            .of(TestedRun.version(run.baselinePackage(), OF_THE_RUN));

    isDoubtful(found, "does not tell of the package");
  }

  /** A record that was edited afterwards can't lend a package the test of another model. */
  @Test
  void aPackageThatNamesAnotherTestIsUntested() {
    TestedRun edited = new TestedRun().withReportOfAnother();

    isDoubtful(contender(edited, edited.baselinePackage(), OF_THE_RUN), "names another evaluation");
  }

  @Test
  void predictionsThatAreGoneAreADoubtAndNoFailure() {
    run.losePredictions();

    isDoubtful(contender(run, run.baselinePackage(), OF_THE_RUN), "is gone.");
  }

  @Test
  void aPackageOrARecordThatIsDamagedIsADoubt() {
    isDoubtful(
        new RegisteredContenders(
                name -> Optional.of(run.record()), run.reader(), digest -> new byte[] {'{'})
            .of(TestedRun.version(run.baselinePackage(), OF_THE_RUN)),
        "package");
    isDoubtful(
        new RegisteredContenders(
                name -> {
                  throw new WorkFailedException("The record is damaged.");
                },
                run.reader(),
                run::index)
            .of(TestedRun.version(run.baselinePackage(), OF_THE_RUN)),
        "The record is damaged.");
  }

  @Test
  void aServerThatIsAwayIsNoDoubt() {
    RegisteredContenders away =
        new RegisteredContenders(
            name -> {
              throw new ServerUnavailableException("S3 is away.", null);
            },
            run.reader(),
            run::index);

    assertThatThrownBy(() -> away.of(TestedRun.version(run.baselinePackage(), OF_THE_RUN)))
        .isInstanceOf(ServerUnavailableException.class);
  }
}
