package dev.emovox.serving.security;

import dev.emovox.serving.security.web.Hosts;
import dev.emovox.serving.security.web.Origins;
import java.time.Duration;

/**
 * What the gate goes by.
 *
 * @param admission who may do what
 * @param frequency how often
 * @param hosts by which names
 * @param origins from which pages
 * @param management at which port
 * @param receive time within which a request must have arrived whole
 */
record GateRules(
    Admission admission,
    Frequency frequency,
    Hosts hosts,
    Origins origins,
    ManagementPort management,
    Duration receive) {}
