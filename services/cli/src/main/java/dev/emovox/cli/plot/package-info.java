/** Pictures of features and of clips, as files in a folder. */
package dev.emovox.cli.plot;
