package dev.emovox.serving.security.audit;

import java.time.Instant;

/**
 * One line of the audit log: who asked for what and what came of it. Neither the audio nor the
 * secret of a key or token, nor the query of the request.
 *
 * @param time when it was answered
 * @param key id of the key, or subject of the token; null if none was accepted
 * @param name whose key it is, or which program's token; null if none was accepted
 * @param address where the request came from
 * @param method of the request
 * @param route path of the request, cut off if it is long
 * @param status of the answer
 * @param bytes of the request's body that were read
 */
public record AuditEntry(
    Instant time,
    String key,
    String name,
    String address,
    String method,
    String route,
    int status,
    long bytes) {}
