/** The runs on a Temporal service. The only place of the command line that knows its client. */
package dev.emovox.cli.temporal;
