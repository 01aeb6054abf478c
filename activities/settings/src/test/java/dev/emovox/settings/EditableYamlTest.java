package dev.emovox.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditableYamlTest {
  private static final String TEXT =
      """
      # a comment
      seed: 42
      splits:
        - name: random
          test: 0.15
        - {name: speakers, test: 0.25}
      """;

  private final EditableYaml yaml = EditableYaml.parse(TEXT, "x.yaml");

  @Test
  void replacesValuesAtTheTopInListsAndInMappings() {
    yaml.set("seed", "7");
    yaml.set("splits[0].test", "0.2");
    yaml.set("splits[1].name", "\"7\"");
    assertThat(yaml.text())
        .isEqualTo(
            """
            seed: 7
            splits:
            - name: random
              test: 0.2
            - {name: speakers, test: 0.25}
            """
                .replace("speakers", "\"7\""));
  }

  @Test
  void replacesWholeListsAndAddsMissingKeys() {
    yaml.set("splits", "[a, b]");
    yaml.set("description", "two words");
    yaml.set("nothing", "");
    assertThat(yaml.text())
        .isEqualTo("seed: 42\nsplits: [a, b]\ndescription: two words\nnothing: null\n");
  }

  @Test
  void setsAValueOfEveryEntry() {
    assertThat(yaml.set("splits[*].test", "0.5"))
        .containsExactly("splits[0].test", "splits[1].test");
    assertThat(yaml.text()).contains("test: 0.5").doesNotContain("0.15", "0.25", "&", "*");
    EditableYaml nested = EditableYaml.parse("a: [{b: [{c: 1}, {c: 2}]}, {b: []}]", "y.yaml");
    assertThat(nested.set("a[*].b[*].c", "[3]")).containsExactly("a[0].b[0].c", "a[0].b[1].c");
    assertThat(nested.text()).isEqualTo("a: [{b: [{c: [3]}, {c: [3]}]}, {b: []}]\n");
  }

  @Test
  void makesMappingsThatAreNotThereYet() {
    yaml.set("splits[0].more.of.it", "1");
    yaml.set("other.deep", "2");
    assertThat(yaml.text())
        .contains("  more:\n    of:\n      it: 1\n")
        .contains("other:\n  deep: 2");
    assertThat(yaml.line("other.deep")).isNotNull();
  }

  @Test
  void tellsItsEntries() {
    EditableYaml changes =
        EditableYaml.parse("splits[*].test: 0.5\nother: {a: [1, 2]}\n# no\nx:\n", "y.yaml");
    assertThat(changes.entries())
        .containsExactly(
            new EditableYaml.Entry("splits[*].test", "0.5\n", 1),
            new EditableYaml.Entry("other", "{a: [1, 2]}\n", 2),
            new EditableYaml.Entry("x", "", 4));
    assertThatThrownBy(() -> EditableYaml.parse("? [a]\n: 1", "y.yaml").entries())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("y.yaml, line 1");
  }

  @Test
  void tellsLines() {
    assertThat(yaml.line("seed")).hasValue(2);
    assertThat(yaml.line("splits[0].test")).hasValue(5);
    assertThat(yaml.line("splits[1].test")).hasValue(6);
    assertThat(yaml.line("splits[2]")).isEmpty();
    assertThat(yaml.line("not a path")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "splits[2]",
        "splits[2].test",
        "seed.x",
        "seed[0]",
        "models[0].trees",
        "models[*].trees",
        "seed[*]"
      })
  void refusesPathsThatLeadNowhere(String path) {
    assertThatThrownBy(() -> yaml.set(path, "1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("x.yaml has no place '" + path + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a..b", ".a", "a[x]", "a[-1]", "a[99999999999]", "a[**]", "*", "a b"})
  void refusesWhatIsNoPath(String path) {
    assertThatThrownBy(() -> yaml.set(path, "1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is not the path of a setting");
  }

  @Test
  void refusesValuesAndTextsThatAreNotYaml() {
    assertThatThrownBy(() -> yaml.set("seed", "[1, 2"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the value of seed is not YAML");
    assertThatThrownBy(() -> EditableYaml.parse("a: [", "y.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("y.yaml is not YAML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- a", "word"})
  void refusesTextsWithoutKeys(String text) {
    assertThatThrownBy(() -> EditableYaml.parse(text, "y.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("key: value");
  }

  @Test
  void refusesTagsThatNameClasses() {
    assertThatThrownBy(() -> EditableYaml.parse("a: !!java.net.URL [\"http://x\"]", "y.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("tag is not allowed");
  }
}
