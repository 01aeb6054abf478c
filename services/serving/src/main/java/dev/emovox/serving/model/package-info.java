/**
 * The life of the served model: what the registry points to, how it is loaded and checked, and how
 * one model takes over from another without a request noticing. Knows no web framework.
 */
package dev.emovox.serving.model;
