/** Numbers and sentences of a report. */
package dev.emovox.report.words;
