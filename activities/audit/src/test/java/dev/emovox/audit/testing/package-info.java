/** A small clean run in memory, and ways to spoil it. */
package dev.emovox.audit.testing;
