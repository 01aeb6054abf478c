/**
 * The commands: one class each, options in, exit code out. Field and method types are kept light,
 * because picocli looks at every command's members at start-up.
 */
package dev.emovox.cli.command;
