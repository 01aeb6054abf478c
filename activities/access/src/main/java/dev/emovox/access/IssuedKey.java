package dev.emovox.access;

import dev.emovox.settings.Secret;

/**
 * A key that was just made: the only moment at which its secret is known.
 *
 * @param key what is kept
 * @param secret what its owner presents
 */
public record IssuedKey(ApiKey key, Secret secret) {}
