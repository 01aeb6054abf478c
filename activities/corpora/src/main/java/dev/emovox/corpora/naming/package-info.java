/**
 * What a file name says about a clip. The grammar of a corpus is data: regular expressions with
 * named groups, and label tables for the codes in them.
 */
package dev.emovox.corpora.naming;
