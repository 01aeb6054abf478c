/**
 * The local stack: real Temporal, S3 and MLflow servers, the worker and the serving process, on one
 * machine, without Docker. {@link dev.emovox.local.LocalStack} is for the command line, {@link
 * dev.emovox.local.TestServers} for integration tests.
 */
package dev.emovox.local;
