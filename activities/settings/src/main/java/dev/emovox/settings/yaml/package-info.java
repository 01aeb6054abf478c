/**
 * How strict YAML becomes records: a document is composed into nodes that know their lines, and
 * bound to types without ever running what it says. Used through {@link
 * dev.emovox.settings.StrictYaml}.
 */
package dev.emovox.settings.yaml;
