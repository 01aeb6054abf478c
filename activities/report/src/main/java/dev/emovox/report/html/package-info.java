/** Writes HTML in which everything that comes from data is escaped. */
package dev.emovox.report.html;
