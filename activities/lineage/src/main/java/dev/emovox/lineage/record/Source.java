package dev.emovox.lineage.record;

/**
 * Something that a stage takes.
 *
 * @param stage the stage that leaves it
 * @param output what it is called there
 * @param role what it is to the stage that takes it
 */
record Source(String stage, String output, String role) {}
