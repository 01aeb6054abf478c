package dev.emovox.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every dependency can be had under a licence that we accept. Reads the list that the build makes
 * of all modules' dependencies just before the tests.
 */
class LicencesTest {
  private static final Path REPORT = Path.of("target/generated-sources/license/THIRD-PARTY.txt");

  /**
   * A line such as {@code (EPL 2.0) (GPL2 w/ CPE) Some name (group:artifact:version - address)}.
   */
  private static final Pattern LINE =
      Pattern.compile("^\\s+((?:\\((?:[^()]|\\([^()]*\\))*\\) )+)(.*) \\(([^ ()]+) - .*\\)$");

  private static final Pattern ONE_LICENCE = Pattern.compile("\\(((?:[^()]|\\([^()]*\\))*)\\) ");

  /** Wanted by the project's users although it is under the GPL; NOTICE says what follows. */
  private static final String EXCEPTION = "com.github.axet:TarsosDSP:";

  @Test
  void everyDependencyHasAnAcceptableLicence() throws IOException {
    List<Matcher> dependencies = dependencies();
    assertThat(dependencies).as("dependencies in %s", REPORT).hasSizeGreaterThan(50);
    assertThat(dependencies)
        .filteredOn(line -> !line.group(3).startsWith(EXCEPTION))
        .allSatisfy(line -> assertThat(acceptable(line.group(1))).as(line.group()).isTrue());
  }

  @Test
  void theOneExceptionIsThere() throws IOException {
    assertThat(dependencies()).anyMatch(line -> line.group(3).startsWith(EXCEPTION));
  }

  @Test
  void gplIsToldFromItsLesserAndDualForms() {
    assertThat(acceptable("(GNU GENERAL PUBLIC LICENSE 3.0) ")).isFalse();
    assertThat(acceptable("(AGPL-3.0) ")).isFalse();
    assertThat(acceptable("(Unknown license) ")).isFalse();
    assertThat(acceptable("(GNU Lesser General Public License, Version 3) ")).isTrue();
    assertThat(acceptable("(EPL 2.0) (GPL2 w/ CPE) ")).isTrue();
    assertThat(acceptable("(The MIT License (MIT)) ")).isTrue();
  }

  private static List<Matcher> dependencies() throws IOException {
    return Files.readAllLines(REPORT).stream()
        .filter(line -> line.startsWith(" "))
        .map(LINE::matcher)
        .peek(line -> assertThat(line.matches()).as("readable: %s", line).isTrue())
        .toList();
  }

  private static boolean acceptable(String licences) {
    return ONE_LICENCE
        .matcher(licences)
        .results()
        .map(result -> result.group(1))
        .anyMatch(LicencesTest::permissive);
  }

  private static boolean permissive(String licence) {
    String name = licence.toLowerCase(Locale.ROOT);
    return name.contains("lesser")
        || name.contains("lgpl")
        || List.of("apache", "bsd", "mit", "epl", "eclipse", "edl", "public domain", "bouncy")
            .stream()
            .anyMatch(name::contains);
  }
}
