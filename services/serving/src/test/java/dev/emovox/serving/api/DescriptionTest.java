package dev.emovox.serving.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the interface, which is written by hand, has what the code has. */
@QuarkusTest
@TestProfile(TestSettings.class)
class DescriptionTest extends ServiceTest {
  private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");

  /** What is served by routes of the framework or of our own, and not by resources. */
  private static final Set<String> ROUTES =
      Set.of("GET /v1/stream", "GET /q/health/live", "GET /q/health/ready", "GET /q/metrics");

  @Test
  void namesEveryOperationAndNoOther() throws IOException {
    Set<String> expected = new TreeSet<>(ROUTES);
    for (Class<?> resource : resources()) {
      for (Method method : resource.getDeclaredMethods()) {
        verb(method).ifPresent(verb -> expected.add(verb + " " + path(resource, method)));
      }
    }

    assertThat(described()).isEqualTo(expected);
  }

  @Test
  void saysOfEveryOperationWhatItIs() {
    Map<String, Map<String, Map<String, Object>>> paths = paths();
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (verb, operation) ->
                    assertThat(operation)
                        .as(verb + " " + path)
                        .containsKeys("operationId", "summary", "responses", "tags")));
  }

  private static Map<String, Map<String, Map<String, Object>>> paths() {
    return given()
        .accept("application/json")
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .extract()
        .path("paths");
  }

  private static Set<String> described() {
    Set<String> described = new TreeSet<>();
    paths()
        .forEach(
            (path, operations) ->
                operations
                    .keySet()
                    .forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
    return described;
  }

  private static List<Class<?>> resources() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(name -> name.endsWith("Resource.class"))
          .<Class<?>>map(DescriptionTest::load)
          .filter(type -> type.isAnnotationPresent(Path.class))
          .toList();
    }
  }

  private static Class<?> load(String file) {
    try {
      String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
      return Class.forName(name, false, DescriptionTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static java.util.Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }

  private static String path(Class<?> resource, Method method) {
    String path = resource.getAnnotation(Path.class).value();
    Path own = method.getAnnotation(Path.class);
    return own == null ? path : path + "/" + own.value();
  }
}
