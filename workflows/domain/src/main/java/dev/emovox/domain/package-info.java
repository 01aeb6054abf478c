/**
 * The words that every module shares: digests, references to artefacts, ordered class lists,
 * settings and the kinds of failure. Plain Java; nothing here knows a server or a library.
 */
package dev.emovox.domain;
