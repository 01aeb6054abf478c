/** Checkpoints on their way: from folders, S3 and hubs into the store, and out again as folders. */
package dev.emovox.cli.checkpoint;
