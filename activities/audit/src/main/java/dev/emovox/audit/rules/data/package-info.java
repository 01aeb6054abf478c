/** Rules about data: clips, rejects, classes. */
package dev.emovox.audit.rules.data;
