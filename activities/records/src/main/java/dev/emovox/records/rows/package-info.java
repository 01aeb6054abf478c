/**
 * The rows of the tables and the documents that runs leave, so that who makes them and who reads
 * them later mean the same.
 */
package dev.emovox.records.rows;
