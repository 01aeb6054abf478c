/** How each server of the local stack is started: command, environment, ports, readiness. */
package dev.emovox.local.servers;
