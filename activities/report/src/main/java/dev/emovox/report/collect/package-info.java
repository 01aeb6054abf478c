/** Collects the data of a report from the record of a run and its artefacts. */
package dev.emovox.report.collect;
