/** What others published of the same experiment. */
package dev.emovox.report.published;
