/**
 * Requests to a hub: redirects without the token leaving the hub, retries where they can help,
 * downloads that are resumed and checked.
 */
package dev.emovox.wav2vec2.hub.transfer;
