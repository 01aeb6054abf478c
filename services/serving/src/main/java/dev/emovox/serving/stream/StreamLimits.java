package dev.emovox.serving.stream;

import java.time.Duration;

/**
 * What streams may cost.
 *
 * @param connections streams at once
 * @param longest how long a stream may go on
 * @param idle how long nothing may come
 * @param window seconds of the longest window
 */
record StreamLimits(int connections, Duration longest, Duration idle, double window) {}
