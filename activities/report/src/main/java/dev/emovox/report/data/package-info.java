/** The data of a run's report: what the page shows and what {@code report --json} prints. */
package dev.emovox.report.data;
