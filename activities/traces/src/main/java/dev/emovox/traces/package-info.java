/**
 * The record of what the service predicted: one row for each prediction, in Parquet, by the hour.
 * What is said of a clip is kept; the clip is not, only its digest.
 */
package dev.emovox.traces;
