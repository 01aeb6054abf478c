package dev.emovox.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictYamlTest {
  private final StrictYaml yaml = new StrictYaml();

  record Experiment(
      String name,
      List<SplitSettings> splits,
      Optional<String> note,
      @JsonProperty(defaultValue = "42") long seed,
      @JsonProperty(defaultValue = "[]") List<BaselineSettings> models) {}

  record Values(
      @JsonProperty(defaultValue = "0") int count,
      @JsonProperty(defaultValue = "0") double share,
      @JsonProperty(defaultValue = "false") boolean quick,
      @JsonProperty(defaultValue = "{}") Map<String, String> labels,
      Optional<URI> url,
      Optional<LabelSet> classes,
      Optional<Digest> digest,
      @JsonProperty("odd-name") Optional<Path> file) {}

  record Several(
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Positive> numbers) {}

  record Positive(int value) {
    Positive {
      if (value < 1) {
        throw new IllegalArgumentException("the value must be positive, not " + value);
      }
    }
  }

  private static final String GOOD =
      """
      name: small
      splits:
        - name: random
          policy: stratified-random
          train: 0.7
          validation: 0.15
          test: 0.15
      models:
        - kind: logistic-regression
          name: lr
          l2: 1.0
          max_iterations: 1_000
      """;

  @Test
  void readsRecordsListsEnumsUnionsAndDefaults() {
    Experiment experiment = yaml.read(GOOD, "small.yaml", Experiment.class);

    assertThat(experiment)
        .isEqualTo(
            new Experiment(
                "small",
                List.of(
                    new SplitSettings("random", SplitPolicy.STRATIFIED_RANDOM, 0.7, 0.15, 0.15)),
                Optional.empty(),
                42,
                List.of(new BaselineSettings.LogisticRegression("lr", 1.0, 1000))));
  }

  @Test
  void aListOfOneMayBeWrittenAsTheOne() {
    assertThat(yaml.read("numbers: {value: 1}", "x", Several.class).numbers())
        .containsExactly(new Positive(1));
    assertThat(yaml.read("numbers: [{value: 1}, {value: 2}]", "x", Several.class).numbers())
        .containsExactly(new Positive(1), new Positive(2));
    assertThatThrownBy(() -> yaml.read("numbers: {valu: 1}", "x", Several.class))
        .hasMessageContaining("numbers.valu");
    assertThatThrownBy(() -> yaml.read("numbers: 3", "x", Several.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("numbers");
    assertThatThrownBy(() -> yaml.read("numbers:", "x", Several.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no value");
  }

  @Test
  void readsEveryKindOfValue() {
    Values values =
        yaml.read(
            """
            count: -3
            share: 1e-4
            quick: true
            labels: {01: neutral, "no": yes, x: 1.10}
            url: https://example.org/a
            classes: [sad, angry]
            digest: sha256:%s
            odd-name: some/file
            """
                .formatted("a".repeat(64)),
            "v.yaml",
            Values.class);

    assertThat(values.count()).isEqualTo(-3);
    assertThat(values.share()).isEqualTo(1e-4);
    assertThat(values.quick()).isTrue();
    assertThat(values.labels().keySet()).containsExactly("01", "no", "x");
    assertThat(values.labels().values()).containsExactly("neutral", "yes", "1.10");
    assertThat(values.url()).contains(URI.create("https://example.org/a"));
    assertThat(values.classes().orElseThrow().labels()).containsExactly("sad", "angry");
    assertThat(values.digest()).contains(new Digest("a".repeat(64)));
    assertThat(values.file()).contains(Path.of("some/file"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train: 0.7 | trian: 0.7 | line 5, key 'splits[0].trian': there is no such key. Did you"
            + " mean 'train'?",
        "name: small | nmae: small | line 1, key 'nmae': there is no such key. Did you mean 'name'?",
        "policy: stratified-random | policy: stratified-randm | line 4, key 'splits[0].policy':"
            + " there is no 'stratified-randm'. Did you mean 'stratified-random'?",
        "kind: logistic-regression | kind: logistic-regresion | Did you mean"
            + " 'logistic-regression'?",
        "kind: logistic-regression | x: y | line 9, key 'models[0]': the key 'kind' is missing.",
        "test: 0.15 | test: often | line 7, key 'splits[0].test': expected a number, found 'often'",
        "test: 0.15 | test: '\"0.15\"' | expected a number, found",
        "test: 0.15 | test: .nan | expected a number, found '.nan'",
        "test: 0.15 | test: 1e999 | expected a number",
        "test: 0.15 | test: | key 'splits[0].test': there is no value",
        "test: 0.15 | test: [1] | expected one value, found a list",
        "max_iterations: 1_000 | max_iterations: 1.5 | expected a whole number, found '1.5'",
        "max_iterations: 1_000 | max_iterations: 99999999999 | expected a whole number",
        "name: small | name: !!java.net.URL [x] | is not allowed",
        "name: small | name: {a: b} | expected one value, found keys with values",
        "name: small | name: [ | this is not YAML",
      })
  void saysWhatIsWrongAndWhere(String right, String wrong, String message) {
    String text = GOOD.replace(right, wrong.replace("'", ""));

    assertThatThrownBy(() -> yaml.read(text, "small.yaml", Experiment.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("small.yaml, line")
        .hasMessageContaining(message);
  }

  @Test
  void saysWhichKeyIsMissing() {
    assertThatThrownBy(() -> yaml.read("name: x", "e.yaml", Experiment.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("e.yaml, line 1: the key 'splits' is missing.");
  }

  @Test
  void refusesARepeatedKey() {
    assertThatThrownBy(() -> yaml.read("value: 1\nvalue: 2", "p.yaml", Positive.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("p.yaml, line 2, key 'value': this key is already in line 1; keep one.");
  }

  @Test
  void refusesARepeatedKeyInAMap() {
    assertThatThrownBy(() -> yaml.read("labels: {a: b, 'a': c}", "v.yaml", Values.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("key 'labels.a': this key occurs twice");
  }

  @Test
  void turnsComplaintsOfRecordsIntoErrorsWithPlace() {
    assertThatThrownBy(() -> yaml.read("value: 0", "p.yaml", Positive.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("p.yaml, line 1: the value must be positive, not 0");
    assertThatThrownBy(() -> yaml.read("digest: sha256:12", "v.yaml", Values.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("key 'digest'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "---\n", "~"})
  void refusesNothing(String text) {
    assertThatThrownBy(() -> yaml.read(text, "empty.yaml", Experiment.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("empty.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"just words", "- a\n- b", "name: a\n---\nname: b", "\u0000", "a: \tb: c:"})
  void refusesWhatIsNoDocumentOfThisType(String text) {
    assertThatThrownBy(() -> yaml.read(text, "odd.yaml", Experiment.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("odd.yaml");
  }

  @Test
  void refusesBombs() {
    String aliases = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
    String nesting = "a: " + "[".repeat(5000) + "]".repeat(5000);
    String size = "a: " + "x".repeat(2_000_000);
    for (String bomb : List.of(aliases, nesting, size)) {
      assertThatThrownBy(() -> yaml.read(bomb, "bomb.yaml", Experiment.class))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("bomb.yaml");
    }
  }

  @Test
  void readsFilesAndNamesThoseThatCannotBeRead(@TempDir Path folder) throws Exception {
    Path good = Files.writeString(folder.resolve("good.yaml"), "value: 3");
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThat(yaml.read(good, Positive.class)).isEqualTo(new Positive(3));
    for (Path bad : List.of(binary, folder.resolve("missing.yaml"), folder)) {
      assertThatThrownBy(() -> yaml.read(bad, Positive.class))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(bad.toString());
    }
  }

  @Test
  void neverFailsOtherwiseOnMutilatedDocuments() {
    byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = bytes.clone();
      for (int j = 0; j < 3; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) (32 + random.nextInt(95));
      }
      String text = new String(damaged, StandardCharsets.UTF_8);
      try {
        assertThat(yaml.read(text, "fuzz.yaml", Experiment.class)).isNotNull();
      } catch (InvalidInputException e) {
        assertThat(e).hasMessageContaining("fuzz.yaml");
      }
    }
  }

  @Test
  void readsOneKeyWhateverElseIsThere() {
    String text = "other: [1, 2]\nwanted: {value: 3}\n";

    assertThat(yaml.readKey(text, "a.yaml", "wanted", Positive.class)).contains(new Positive(3));
    assertThat(yaml.readKey(text, "a.yaml", "absent", Positive.class)).isEmpty();
    assertThatThrownBy(() -> yaml.readKey(text, "a.yaml", "other", Positive.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a.yaml")
        .hasMessageContaining("other");
    assertThatThrownBy(() -> yaml.readKey("[1]", "a.yaml", "wanted", Positive.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("expected keys");
  }
}
