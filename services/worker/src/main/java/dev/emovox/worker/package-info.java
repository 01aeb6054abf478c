/**
 * The worker process: takes work from Temporal and does it with the libraries. The only place that
 * sees workflows and activities together. As many workers as wanted share the work, on as many
 * machines; those that ingest must see the folders under the same paths.
 */
package dev.emovox.worker;
