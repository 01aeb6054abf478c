/** Runs to report. */
package dev.emovox.report.testing;
