/** What clients may send: how much, and how much of it is in memory at once. */
package dev.emovox.serving.upload;
