/** Timing Emovox beside others on this machine. */
package dev.emovox.cli.benchmark;
