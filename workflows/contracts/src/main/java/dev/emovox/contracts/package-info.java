/**
 * What the workflows and the activities say to each other: interfaces and small records. Audio,
 * features and predictions never pass here, only references to them.
 */
package dev.emovox.contracts;
