/** Rules about model packages: what is in them, and what they say of themselves. */
package dev.emovox.audit.rules.packages;
