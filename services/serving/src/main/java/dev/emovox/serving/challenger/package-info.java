/**
 * A model that is tried beside the champion: it is followed, answers some callers, hears what the
 * champion heard, and is taken back when it fails. Knows no web framework.
 */
package dev.emovox.serving.challenger;
