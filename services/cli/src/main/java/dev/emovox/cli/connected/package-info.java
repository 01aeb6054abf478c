/**
 * The real workplace: servers named by {@code EMOVOX_*} variables, else those of the running home.
 */
package dev.emovox.cli.connected;
