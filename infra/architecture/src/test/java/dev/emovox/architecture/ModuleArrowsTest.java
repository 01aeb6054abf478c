package dev.emovox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Arrows between modules point down only. */
class ModuleArrowsTest {
  private static final Set<String> LIBRARIES =
      Set.of(
          "settings",
          "tables",
          "audio",
          "corpora",
          "baselines",
          "pictures",
          "evaluation",
          "embedding",
          "wav2vec2",
          "finetuning",
          "inference",
          "artifacts",
          "tracking",
          "ledger",
          "records",
          "traces",
          "access",
          "drift",
          "audit",
          "lineage",
          "report",
          "gate");

  /** What each module may use, besides itself. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("domain", Set.of()),
          Map.entry("contracts", Set.of("domain")),
          Map.entry("orchestration", Set.of("domain", "contracts")),
          Map.entry("settings", Set.of("domain")),
          Map.entry("tables", Set.of("domain")),
          Map.entry("audio", Set.of("domain")),
          Map.entry("corpora", Set.of("domain", "settings", "audio")),
          Map.entry("baselines", Set.of("domain", "settings")),
          Map.entry("pictures", Set.of("domain")),
          Map.entry("evaluation", Set.of("domain", "settings", "pictures")),
          Map.entry("embedding", Set.of("domain", "pictures")),
          Map.entry("wav2vec2", Set.of("domain", "settings")),
          Map.entry("finetuning", Set.of("domain", "settings", "audio", "evaluation", "wav2vec2")),
          Map.entry(
              "inference", Set.of("domain", "settings", "audio", "baselines", "wav2vec2", "drift")),
          Map.entry("artifacts", Set.of("domain", "settings")),
          Map.entry("tracking", Set.of("domain", "settings")),
          Map.entry("ledger", Set.of("domain", "settings", "artifacts", "tracking")),
          // Its reference is a file of a package.
          Map.entry("drift", Set.of("domain", "settings")),
          Map.entry("access", Set.of("domain", "settings")),
          Map.entry("traces", Set.of("domain", "tables", "artifacts")),
          Map.entry("records", Set.of("domain", "contracts", "settings", "tables", "artifacts")),
          Map.entry(
              "audit",
              Set.of(
                  "domain",
                  "contracts",
                  "settings",
                  "tables",
                  "audio",
                  "corpora",
                  "baselines",
                  "evaluation",
                  "inference",
                  "wav2vec2",
                  "artifacts",
                  "tracking",
                  "ledger",
                  "records")),
          Map.entry(
              "lineage",
              Set.of(
                  "domain",
                  "contracts",
                  "settings",
                  "tables",
                  "corpora",
                  "pictures",
                  "artifacts",
                  "tracking",
                  "ledger",
                  "records")),
          Map.entry(
              "report",
              Set.of(
                  "domain",
                  "contracts",
                  "settings",
                  "tables",
                  "audio",
                  "corpora",
                  "pictures",
                  "embedding",
                  "evaluation",
                  "artifacts",
                  "tracking",
                  "ledger",
                  "records")),
          Map.entry("gate", Set.of("domain", "settings", "evaluation")),
          Map.entry("adapters", plus(LIBRARIES, "domain", "contracts")),
          Map.entry("local", Set.of("domain", "settings")),
          Map.entry("worker", plus(LIBRARIES, "domain", "contracts", "orchestration", "adapters")),
          // The contracts for what it tells Temporal of drift.
          Map.entry("serving", plus(LIBRARIES, "domain", "contracts")),
          Map.entry("cli", plus(LIBRARIES, "domain", "contracts", "local")));

  private static Set<String> plus(Set<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }

  @Test
  void everyModuleHasItsArrowsNamed() {
    assertThat(ALLOWED.keySet()).containsExactlyInAnyOrderElementsOf(Codebase.MODULES);
  }

  @Test
  void everyClassBelongsToOneModule() {
    Set<String> homeless =
        Codebase.classes().stream()
            .map(JavaClass::getPackageName)
            .filter(name -> Codebase.MODULES.stream().noneMatch(module -> isIn(module, name)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(homeless).isEmpty();
  }

  @TestFactory
  List<DynamicTest> usesOnlyWhatItMay() {
    return Codebase.MODULES.stream().map(this::arrowsOf).toList();
  }

  private DynamicTest arrowsOf(String module) {
    String[] forbidden =
        Codebase.MODULES.stream()
            .filter(other -> !other.equals(module) && !ALLOWED.get(module).contains(other))
            .map(other -> "dev.emovox." + other + "..")
            .toArray(String[]::new);
    return DynamicTest.dynamicTest(
        module,
        () ->
            noClasses()
                .that()
                .resideInAPackage("dev.emovox." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(Codebase.classes()));
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.emovox.(**)").should().beFreeOfCycles().check(Codebase.classes());
  }

  @Test
  void failuresAreNotMadeOutsideTheThreeKinds() {
    classes()
        .that()
        .areAssignableTo(dev.emovox.domain.EmovoxException.class)
        .and()
        .doNotHaveFullyQualifiedName(dev.emovox.domain.EmovoxException.class.getName())
        .should()
        .beAssignableTo(dev.emovox.domain.InvalidInputException.class)
        .orShould()
        .beAssignableTo(dev.emovox.domain.ServerUnavailableException.class)
        .orShould()
        .beAssignableTo(dev.emovox.domain.WorkFailedException.class)
        .check(Codebase.classes());
  }

  private static boolean isIn(String module, String packageName) {
    String root = "dev.emovox." + module;
    return packageName.equals(root) || packageName.startsWith(root + ".");
  }
}
