package dev.emovox.contracts;

/**
 * The text of a gate.
 *
 * @param name the gate
 * @param text its YAML
 */
public record GateSource(String name, String text) {}
