/** The files of reports. */
package dev.emovox.cli.report;
