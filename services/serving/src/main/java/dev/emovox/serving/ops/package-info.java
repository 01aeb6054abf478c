/** What those who run the service look at: readiness, metrics and the log. */
package dev.emovox.serving.ops;
