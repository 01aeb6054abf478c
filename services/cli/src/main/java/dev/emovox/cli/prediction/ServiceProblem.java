package dev.emovox.cli.prediction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A problem document of RFC 9457, as the service sends it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ServiceProblem(String type, String title, String detail, String reason) {

  FileOutcome outcome(String path) {
    String kind = type == null ? "refused" : type.substring(type.lastIndexOf(':') + 1);
    return FileOutcome.refused(
        path, reason == null ? kind : reason, detail == null ? title : detail);
  }
}
