/**
 * Whether the live model still hears and says what it did when it was made: every answer is
 * observed beside the requests, windows are compared with the reference of the model's package, and
 * Temporal is told of alarms.
 */
package dev.emovox.serving.drift;
