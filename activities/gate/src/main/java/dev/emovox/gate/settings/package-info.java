/** What a gate's file says. */
package dev.emovox.gate.settings;
