package dev.emovox.settings;

import java.net.URI;

/**
 * An MLflow tracking server.
 *
 * @param url {@code http://HOST:PORT} or {@code https://HOST}, without a slash at the end
 * @param credentials how to authenticate
 */
public record MlflowEndpoint(URI url, MlflowCredentials credentials) {}
