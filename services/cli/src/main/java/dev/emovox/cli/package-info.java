/**
 * The {@code emovox} command. {@link dev.emovox.cli.EmovoxCommand} is the entry point; each command
 * is a class of {@code command} that reads its options, asks one of the interfaces of {@code
 * workplace} and hands the answer to {@code render} for people or {@code document} for programs.
 *
 * <p>Start-up is kept fast: nothing outside picocli and the Java platform is loaded before a
 * command runs.
 */
package dev.emovox.cli;
