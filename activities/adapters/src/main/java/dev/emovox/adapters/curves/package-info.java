/** What MLflow is told about networks in training: runs, steps, epochs and pictures of them. */
package dev.emovox.adapters.curves;
