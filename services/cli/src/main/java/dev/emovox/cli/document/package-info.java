/**
 * The JSON documents of {@code --json}: records whose components, in snake_case, are the keys that
 * scripts rely on.
 */
package dev.emovox.cli.document;
