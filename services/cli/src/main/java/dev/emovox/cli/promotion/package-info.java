/** The stored packages that promotion verifies. */
package dev.emovox.cli.promotion;
