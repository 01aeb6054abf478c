/** Every error that a client can get, as RFC 9457 problem documents. */
package dev.emovox.serving.problem;
