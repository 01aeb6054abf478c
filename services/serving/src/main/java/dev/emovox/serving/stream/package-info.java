/**
 * Estimates while someone speaks: samples come in over a WebSocket, and at each hop an estimate of
 * the last seconds goes out.
 */
package dev.emovox.serving.stream;
