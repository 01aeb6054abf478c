/**
 * What people configure: strict YAML into records, the one JSON form of documents and artefacts,
 * and the addresses and credentials of the servers.
 *
 * <p>Mistakes in configuration are {@link dev.emovox.domain.InvalidInputException}s that say in
 * which file, line and key they are and what would be right.
 */
package dev.emovox.settings;
