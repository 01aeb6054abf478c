package dev.emovox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** Habits of the whole code base. */
class CodingRulesTest {

  @Test
  void namesSayWhatThingsAre() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Constants")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(Codebase.classes());
  }

  /** The one exception quiets the MLflow client, which logs by java.util.logging. */
  @Test
  void oneLoggingInterface() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.emovox.tracking.TimedClient")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .check(Codebase.classes());
  }

  @Test
  void nothingIsDeserialisedThatCouldExecute() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(java.io.ObjectInputStream.class)
        .check(Codebase.classes());
  }

  @Test
  void domainIsPlainData() {
    classes()
        .that()
        .resideInAPackage("dev.emovox.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.emovox.domain..", "java..", "com.fasterxml.jackson.annotation..")
        .check(Codebase.classes());
  }
}
