/** The page of a report, a class for each of its sections. */
package dev.emovox.report.page;
