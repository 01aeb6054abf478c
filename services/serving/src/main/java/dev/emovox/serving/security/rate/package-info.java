/** How often somebody may ask. */
package dev.emovox.serving.security.rate;
