package dev.emovox.embedding.map;

/**
 * What is known of a clip.
 *
 * @param id its id in the manifest
 * @param corpus where it comes from
 * @param speaker who speaks
 * @param emotion its class
 */
public record ClipLabels(String id, String corpus, String speaker, String emotion) {}
