package dev.emovox.local.provisioning;

import java.nio.file.Path;

/**
 * An executable server.
 *
 * @param path the file
 * @param version what it says, or what was pinned; {@code unknown} when it says nothing readable
 */
public record ServerProgram(Path path, String version) {}
