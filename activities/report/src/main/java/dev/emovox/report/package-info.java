/** The page of an experiment: its results, how they were got, and what was published. */
package dev.emovox.report;
