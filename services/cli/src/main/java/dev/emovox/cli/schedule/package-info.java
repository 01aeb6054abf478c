/** Schedules as they are written in YAML, and what it takes to bring Temporal in line with them. */
package dev.emovox.cli.schedule;
