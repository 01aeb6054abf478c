/** Watching a run until it ends. */
package dev.emovox.cli.run;
