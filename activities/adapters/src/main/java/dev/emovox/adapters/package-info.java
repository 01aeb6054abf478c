/**
 * The activities, thin: each finds out whether its work was done before, otherwise lets the
 * libraries do it, stores what they made and remembers it. Here, and nowhere below, Temporal and
 * the libraries meet.
 */
package dev.emovox.adapters;
