/** What the activities that train networks have in common: what they leave in S3, and its form. */
package dev.emovox.adapters.network;
