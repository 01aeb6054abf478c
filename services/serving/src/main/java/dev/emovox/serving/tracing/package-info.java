/** Keeps a row of each prediction, beside the requests and never in their way. */
package dev.emovox.serving.tracing;
