/**
 * What runs, models and the registry left, read when a rule asks for it and verified while it is
 * read.
 */
package dev.emovox.audit.evidence;
