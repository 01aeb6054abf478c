package dev.emovox.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads versions of registered models from MLflow's JSON. */
final class VersionReader {
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._ -]{0,249}");
  private static final String PAGE_SIZE = "200";
  private static final int MOST_PAGES = 500;

  private final MlflowRest rest;

  VersionReader(MlflowRest rest) {
    this.rest = rest;
  }

  /** Every version, the newest first. */
  List<ModelVersion> all(String modelName) {
    List<ModelVersion> versions = search(modelName, "");
    versions.sort(Comparator.comparingLong(VersionReader::number).reversed());
    return versions;
  }

  /** Versions of one package, the oldest first. */
  List<ModelVersion> withDigest(String modelName, Digest digest) {
    String filter = " and tags.`%s` = '%s'".formatted(ModelRegistry.DIGEST_TAG, digest);
    List<ModelVersion> versions = search(modelName, filter);
    versions.sort(Comparator.comparingLong(VersionReader::number));
    return versions;
  }

  Optional<ModelVersion> aliased(String modelName, String alias) {
    Map<String, String> query = Map.of("name", required(modelName), "alias", alias);
    try {
      JsonNode answer = rest.get("registered-models/alias", query);
      String version = answer.path("model_version").path("version").asText();
      return all(modelName).stream().filter(v -> v.version().equals(version)).findFirst();
    } catch (MlflowRefusedException e) {
      if (e.doesNotExist() || isMissingAlias(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** MLflow says "invalid parameter" where it means that an alias does not exist. */
  private static boolean isMissingAlias(MlflowRefusedException e) {
    return e.getMessage().contains("alias") && e.getMessage().contains("not found");
  }

  private List<ModelVersion> search(String modelName, String more) {
    Map<String, String> query = new TreeMap<>();
    query.put("filter", "name = '" + required(modelName) + "'" + more);
    query.put("max_results", PAGE_SIZE);
    Map<String, List<String>> aliases = aliases(modelName);
    List<ModelVersion> versions = new ArrayList<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer = rest.get("model-versions/search", query);
      answer.path("model_versions").forEach(node -> versions.add(version(node, aliases)));
      String next = answer.path("next_page_token").asText("");
      if (next.isEmpty()) {
        break;
      }
      query.put("page_token", next);
    }
    return versions;
  }

  /** Aliases by version: the search leaves them out. */
  private Map<String, List<String>> aliases(String modelName) {
    Map<String, List<String>> byVersion = new TreeMap<>();
    try {
      JsonNode answer = rest.get("registered-models/get", Map.of("name", modelName));
      for (JsonNode alias : answer.path("registered_model").path("aliases")) {
        byVersion
            .computeIfAbsent(alias.path("version").asText(), version -> new ArrayList<>())
            .add(alias.path("alias").asText());
      }
    } catch (MlflowRefusedException e) {
      if (!e.doesNotExist()) {
        throw e;
      }
    }
    byVersion.values().forEach(names -> names.sort(null));
    return byVersion;
  }

  private static ModelVersion version(JsonNode node, Map<String, List<String>> aliases) {
    Map<String, String> tags = new TreeMap<>();
    node.path("tags")
        .forEach(tag -> tags.put(tag.path("key").asText(), tag.path("value").asText()));
    String version = node.path("version").asText();
    return new ModelVersion(
        node.path("name").asText(),
        version,
        Optional.ofNullable(tags.get(ModelRegistry.DIGEST_TAG))
            .filter(text -> DIGEST.matcher(text).matches())
            .map(Digest::parse),
        node.path("source").asText(),
        node.path("run_id").asText(""),
        Instant.ofEpochMilli(node.path("creation_timestamp").asLong()),
        tags,
        aliases.getOrDefault(version, List.of()));
  }

  private static long number(ModelVersion version) {
    return Long.parseLong(version.version());
  }

  /** The name of a model, if it can be one. */
  static String required(String modelName) {
    if (!NAME.matcher(modelName).matches()) {
      throw new InvalidInputException(
          "'"
              + modelName
              + "' can't be the name of a registered model: use letters, digits, - _ .");
    }
    return modelName;
  }
}
