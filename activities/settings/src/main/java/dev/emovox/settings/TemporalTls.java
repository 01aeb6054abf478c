package dev.emovox.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach a Temporal service by TLS.
 *
 * @param authorityFile PEM file of the certificate authority to trust; the platform's when empty
 * @param certificateFile PEM file of the client's certificate, for mutual TLS
 * @param keyFile PEM file (PKCS 8) of the client's key; there if and only if the certificate is
 */
public record TemporalTls(
    Optional<Path> authorityFile, Optional<Path> certificateFile, Optional<Path> keyFile) {

  public TemporalTls {
    if (certificateFile.isPresent() != keyFile.isPresent()) {
      throw new IllegalArgumentException("a client certificate and its key go together");
    }
  }
}
