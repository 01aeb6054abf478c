/**
 * A package's self-test: clips that are made by code, what the model answered on them when it was
 * packed, and whether it still does on the machine that loads it. Knows no model: whoever asks
 * gives a function from clip to answer.
 */
package dev.emovox.inference.selftest;
