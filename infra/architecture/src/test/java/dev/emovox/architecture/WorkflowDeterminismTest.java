package dev.emovox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.junit.jupiter.api.Test;

/** Workflow code must replay: no clock, no chance, no threads, no input or output of its own. */
class WorkflowDeterminismTest {

  private static GivenClassesConjunction noWorkflowCode() {
    return noClasses().that().resideInAPackage("dev.emovox.orchestration..");
  }

  private static void check(ArchRule rule) {
    rule.check(Codebase.classes());
  }

  @Test
  void noInputOrOutput() {
    check(
        noWorkflowCode()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.net.http.."));
  }

  @Test
  void noThreads() {
    check(
        noWorkflowCode()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class));
  }

  @Test
  void noChance() {
    check(
        noWorkflowCode()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class)
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random"));
  }

  @Test
  void noClock() {
    check(
        noWorkflowCode()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now"));
  }
}
