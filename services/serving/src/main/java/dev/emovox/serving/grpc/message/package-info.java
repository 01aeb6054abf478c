/** Reads and writes the messages of the protocol, field by field, within bounds. */
package dev.emovox.serving.grpc.message;
