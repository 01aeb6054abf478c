/**
 * What lies in folders: every file once, in an order that depends on names only, without following
 * links out of the folders that were asked for.
 */
package dev.emovox.corpora.files;
