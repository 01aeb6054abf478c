/**
 * What runs were and how they ended, kept beside their artefacts for as long as those: Temporal
 * forgets a run's history after days, and whoever asks later asks here.
 */
package dev.emovox.records;
