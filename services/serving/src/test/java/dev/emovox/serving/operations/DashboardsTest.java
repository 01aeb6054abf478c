package dev.emovox.serving.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.model.FakeModelSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dashboard and the alert rules name only what a running service exports. */
@QuarkusTest
@TestProfile(DashboardsTest.Quick.class)
class DashboardsTest {
  private static final Pattern SELECTOR = Pattern.compile("\\b([a-z]\\w*)\\{([^}]*)\\}");
  private static final Pattern BARE =
      Pattern.compile("\\b((?:emovox|http|jvm|process|system)_\\w+)\\b(?!\\{)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");

  /** Prometheus itself adds them. */
  private static final Set<String> ADDED = Set.of("job", "instance");

  @Inject FakeModelSource registry;

  /** Looks at the registry often. */
  public static class Quick implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("serving.poll-interval", "20ms");
    }
  }

  @BeforeEach
  void useTheService() {
    registry.add("1", FakeModel::happy);
    registry.promote("1");
    await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    byte[] clip = WavWriter.encode(new AudioClip(noise(), 16_000));
    given().body(clip).post("/v1/emotions").then().statusCode(200);
  }

  /** A saw tooth: loud enough to be a clip. */
  private static float[] noise() {
    float[] samples = new float[16_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (i % 73 - 36) / 80f;
    }
    return samples;
  }

  /** Pauses of the collector are exported from the first one on. */
  private static void awaitCollection() {
    System.gc();
    await()
        .until(
            () ->
                given()
                    .accept("text/plain")
                    .get("/q/metrics")
                    .asString()
                    .contains("jvm_gc_pause_seconds_sum"));
  }

  private static Map<String, Set<String>> exported() {
    awaitCollection();
    String metrics = given().accept("text/plain").get("/q/metrics").asString();
    return metrics
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .collect(
            Collectors.toMap(
                line -> line.split("[{ ]", 2)[0],
                line -> labels(line.contains("{") ? line.substring(line.indexOf('{')) : ""),
                (some, more) -> {
                  some.addAll(more);
                  return some;
                }));
  }

  private static Set<String> labels(String text) {
    Set<String> names = new TreeSet<>();
    Matcher label = Pattern.compile("(\\w+)=\"").matcher(text);
    while (label.find()) {
      names.add(label.group(1));
    }
    return names;
  }

  private static List<String> expressionsOfTheDashboard() throws IOException {
    JsonNode dashboard =
        new ObjectMapper().readTree(Files.readString(Documents.file("dashboards/serving.json")));
    List<String> expressions = new ArrayList<>();
    dashboard.findValues("expr").forEach(expression -> expressions.add(expression.asText()));
    return expressions;
  }

  private static List<Map<String, Object>> rules() {
    Object group =
        Documents.list(
                Documents.at(
                    Documents.read(Documents.file("dashboards/alerts.yaml")).get(0), "groups"))
            .get(0);
    return Documents.list(Documents.at(group, "rules")).stream().map(Documents::map).toList();
  }

  private static void isExported(String expression, Map<String, Set<String>> exported) {
    Matcher selector = SELECTOR.matcher(expression);
    int selectors = 0;
    while (selector.find()) {
      selectors++;
      String metric = selector.group(1);
      if (metric.equals("up")) {
        continue;
      }
      assertThat(exported).as(expression).containsKey(metric);
      Matcher label = LABEL.matcher(selector.group(2));
      while (label.find()) {
        Set<String> known = new TreeSet<>(exported.get(metric));
        known.addAll(ADDED);
        assertThat(known).as(expression).contains(label.group(1));
      }
    }
    assertThat(selectors).as("selectors of %s", expression).isPositive();
    assertThat(BARE.matcher(expression).results().map(found -> found.group(1)))
        .as("metrics of any job: %s", expression)
        .isEmpty();
    assertThat(expression.chars().filter(c -> c == '(').count())
        .as("brackets of %s", expression)
        .isEqualTo(expression.chars().filter(c -> c == ')').count());
  }

  @Test
  void theDashboardShowsWhatIsExported() throws IOException {
    Map<String, Set<String>> exported = exported();
    List<String> expressions = expressionsOfTheDashboard();
    assertThat(expressions).hasSizeGreaterThan(10);
    expressions.forEach(expression -> isExported(expression, exported));
  }

  @Test
  void theAlertsWatchWhatIsExportedAndSayWhatToDo() {
    Map<String, Set<String>> exported = exported();
    for (Map<String, Object> rule : rules()) {
      isExported((String) rule.get("expr"), exported);
      assertThat((String) rule.get("alert")).matches("Emovox[A-Za-z]+");
      assertThat((String) Documents.at(rule, "annotations", "summary")).isNotBlank();
      assertThat((String) Documents.at(rule, "annotations", "description")).isNotBlank();
      assertThat((String) Documents.at(rule, "labels", "severity")).isIn("warning", "critical");
    }
    assertThat(rules()).hasSizeGreaterThan(5);
  }

  @Test
  void refusalsAreCountedFromZero() {
    assertThat(given().get("/q/metrics").asString())
        .containsPattern("emovox_refused_total\\{reason=\"unauthenticated\",?\\} 0\\.0");
  }
}
