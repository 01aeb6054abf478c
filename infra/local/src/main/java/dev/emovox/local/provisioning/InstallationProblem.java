package dev.emovox.local.provisioning;

import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why pip failed, told from what it printed. */
enum InstallationProblem {
  DISK_FULL(
      "No space left on device|Disk quota exceeded",
      "The disk is full. Free some space, or set {folder} to a folder on another disk."),
  WRONG_CONTENT(
      "DO NOT MATCH THE HASHES",
      "A downloaded package is not the one that was pinned, so nothing was installed. Check what"
          + " package index pip uses (PIP_INDEX_URL, pip.conf); do not trust it until this is"
          + " explained."),
  NO_INDEX(
      "NewConnectionError|ConnectTimeoutError|Temporary failure in name resolution|ReadTimeoutError"
          + "|Max retries exceeded|ProxyError|SSLError|No matching distribution found",
      "The Python package index can't be reached, or lacks a package. Check the network; pip's own"
          + " settings are honoured (HTTPS_PROXY, PIP_INDEX_URL, pip.conf). {without-network}"),
  UNKNOWN("", "Try again; what was half installed is removed first.");

  /** Regular expression; the empty one is found in any output. */
  private final String sign;

  private final String advice;

  InstallationProblem(String sign, String advice) {
    this.sign = sign;
    this.advice = advice;
  }

  static InstallationProblem in(String output) {
    return Stream.of(values())
        .filter(problem -> Pattern.compile(problem.sign).matcher(output).find())
        .findFirst()
        .orElseThrow();
  }

  EmovoxException failure(InstallationSubject subject, Path folder, String output) {
    String message =
        "%s could not be installed into %s. %s pip's last words:%n%s"
            .formatted(subject.name(), folder, advice(subject), output);
    return this == NO_INDEX
        ? new ServerUnavailableException(message, null)
        : new WorkFailedException(message);
  }

  private String advice(InstallationSubject subject) {
    return advice
        .replace("{folder}", subject.folderVariable())
        .replace("{without-network}", subject.withoutNetwork());
  }
}
