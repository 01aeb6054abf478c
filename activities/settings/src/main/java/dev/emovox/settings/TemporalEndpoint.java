package dev.emovox.settings;

import java.util.Optional;

/**
 * A Temporal service.
 *
 * @param address {@code HOST:PORT} of its front end
 * @param namespace the namespace that workflows run in
 * @param tls how to use TLS; plain text when empty
 */
public record TemporalEndpoint(String address, String namespace, Optional<TemporalTls> tls) {}
