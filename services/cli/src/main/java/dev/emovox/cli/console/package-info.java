/**
 * Standard output and standard error as every command uses them: results and JSON documents,
 * progress, colours, exit codes and the one paragraph that reports an error.
 */
package dev.emovox.cli.console;
