package dev.emovox.serving.operations;

import static dev.emovox.serving.operations.Documents.at;
import static dev.emovox.serving.operations.Documents.list;
import static dev.emovox.serving.operations.Documents.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.settings.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Kubernetes manifests as far as they can be judged without a cluster. */
class ManifestsTest {
  private static final Map<String, String> API =
      Map.of(
          "Namespace", "v1",
          "ConfigMap", "v1",
          "Service", "v1",
          "ServiceAccount", "v1",
          "Deployment", "apps/v1",
          "HorizontalPodAutoscaler", "autoscaling/v2",
          "PodDisruptionBudget", "policy/v1",
          "NetworkPolicy", "networking.k8s.io/v1");

  private static List<Object> resources() {
    Object kustomization = Documents.read(Documents.file("kubernetes/kustomization.yaml")).get(0);
    return list(at(kustomization, "resources"));
  }

  private static List<Map<String, Object>> documents() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Object file : resources()) {
      all.addAll(Documents.read(Documents.file("kubernetes/" + file)));
    }
    return all;
  }

  private static Stream<Map<String, Object>> of(String kind) {
    return documents().stream().filter(document -> kind.equals(document.get("kind")));
  }

  static Stream<Map<String, Object>> deployments() {
    return of("Deployment");
  }

  private static Map<String, Object> container(Object deployment) {
    List<Object> containers = list(at(deployment, "spec", "template", "spec", "containers"));
    assertThat(containers).hasSize(1);
    return map(containers.get(0));
  }

  @Test
  void everyFileIsListedAndEveryDocumentHasKindAndName() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.list(Documents.file("kubernetes"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".yaml") && !name.equals("kustomization.yaml"))
          .containsExactlyInAnyOrderElementsOf(resources().stream().map(String::valueOf).toList());
    }
    for (Map<String, Object> document : documents()) {
      String kind = (String) document.get("kind");
      assertThat(document.get("apiVersion")).as(kind).isEqualTo(API.get(kind));
      assertThat((String) at(document, "metadata", "name")).matches("[a-z][a-z0-9-]*");
    }
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void podsAreSelectedByTheirLabels(Map<String, Object> deployment) {
    Object labels = at(deployment, "spec", "template", "metadata", "labels");
    assertThat(at(deployment, "spec", "selector", "matchLabels")).isEqualTo(labels);
    for (String kind : List.of("PodDisruptionBudget", "NetworkPolicy")) {
      String selector = kind.equals("NetworkPolicy") ? "podSelector" : "selector";
      assertThat(of(kind).map(document -> at(document, "spec", selector, "matchLabels")))
          .as(kind)
          .contains(labels);
    }
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void podsMayDoNoMoreThanTheyMust(Map<String, Object> deployment) {
    Map<String, Object> container = container(deployment);
    assertThat(at(container, "securityContext"))
        .isEqualTo(
            Map.of(
                "allowPrivilegeEscalation",
                false,
                "readOnlyRootFilesystem",
                true,
                "capabilities",
                Map.of("drop", List.of("ALL"))));
    Object pod = at(deployment, "spec", "template", "spec");
    assertThat(at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
    assertThat(at(pod, "securityContext", "seccompProfile", "type")).isEqualTo("RuntimeDefault");
    assertThat(at(pod, "automountServiceAccountToken")).isEqualTo(false);
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void podsHaveProbesAndBounds(Map<String, Object> deployment) {
    Map<String, Object> container = container(deployment);
    assertThat(container).containsKeys("startupProbe", "livenessProbe");
    assertThat(map(at(container, "resources", "requests")))
        .containsKeys("cpu", "memory", "ephemeral-storage");
    assertThat(map(at(container, "resources", "limits"))).containsKeys("memory");
    List<Object> volumes = list(at(deployment, "spec", "template", "spec", "volumes"));
    assertThat(list(at(container, "volumeMounts")).stream().map(mount -> at(mount, "name")))
        .containsExactlyElementsOf(volumes.stream().map(volume -> at(volume, "name")).toList());
    assertThat(volumes)
        .filteredOn(volume -> map(volume).containsKey("emptyDir"))
        .allMatch(volume -> at(volume, "emptyDir", "sizeLimit") != null);
  }

  @Test
  void theServiceIsProbedWhereItAnswersAndScaledByWhatIsThere() {
    Map<String, Object> serving = deployments().findFirst().orElseThrow();
    Map<String, Object> container = container(serving);
    assertThat(at(container, "livenessProbe", "httpGet", "path")).isEqualTo("/q/health/live");
    assertThat(at(container, "readinessProbe", "httpGet", "path")).isEqualTo("/q/health/ready");
    Object port = list(container.get("ports")).get(0);
    assertThat(at(port, "containerPort"))
        .hasToString(environment(container).get("EMOVOX_SERVING_PORT"));
    Object scaler = of("HorizontalPodAutoscaler").findFirst().orElseThrow();
    assertThat(at(scaler, "spec", "scaleTargetRef", "name"))
        .isEqualTo(at(serving, "metadata", "name"));
    assertThat(at(serving, "spec", "replicas")).as("would undo the scaler's work").isNull();
    Object service = of("Service").findFirst().orElseThrow();
    assertThat(at(service, "spec", "selector"))
        .isEqualTo(at(serving, "spec", "template", "metadata", "labels"));
    assertThat(at(list(at(service, "spec", "ports")).get(0), "targetPort"))
        .isEqualTo(at(port, "name"));
  }

  @Test
  void theServiceIsNotOpen() {
    Map<String, String> variables = environment(container(deployments().findFirst().orElseThrow()));
    assertThat(variables)
        .containsKeys("EMOVOX_SERVING_KEYS_FILE")
        .doesNotContainKey("EMOVOX_SERVING_OPEN");
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void theEndpointsAreComplete(Map<String, Object> deployment) {
    Map<String, String> variables = new HashMap<>(environment(container(deployment)));
    map(of("ConfigMap").findFirst().orElseThrow().get("data"))
        .forEach((name, value) -> variables.put(name, (String) value));
    assertThat(Endpoints.fromEnvironment(variables)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EMOVOX_SERVING_[A-Z_]+"})
  void theServiceReadsTheVariablesThatItIsGiven(String pattern) throws IOException {
    String properties =
        Files.readString(java.nio.file.Path.of("src/main/resources/application.properties"));
    for (String name : environment(container(deployments().findFirst().orElseThrow())).keySet()) {
      Matcher variable = Pattern.compile(pattern).matcher(name);
      assertThat(!variable.matches() || properties.contains("${" + name + ":")).as(name).isTrue();
    }
  }

  /** Secrets have a value of their own, so that what is complete can be told. */
  private static Map<String, String> environment(Map<String, Object> container) {
    Map<String, String> variables = new HashMap<>();
    for (Object entry : list(container.get("env"))) {
      Object value = at(entry, "value");
      assertThat(value == null || value instanceof String).as("not text: %s", entry).isTrue();
      variables.put((String) at(entry, "name"), value == null ? "secret" : (String) value);
    }
    return variables;
  }
}
