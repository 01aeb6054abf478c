/** Checks whether a machine can run Emovox. */
package dev.emovox.local.doctor;
