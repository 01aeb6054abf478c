/** The demonstration: everything once, from speech to a prediction. */
package dev.emovox.cli.demo;
