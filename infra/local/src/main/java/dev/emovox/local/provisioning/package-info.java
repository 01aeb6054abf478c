/**
 * The programs of the servers: found on {@code PATH}, or installed from pinned, hash-checked Python
 * packages into a folder of ours.
 */
package dev.emovox.local.provisioning;
