/** Where the service listens, and whether that is meant. Known before the framework starts. */
package dev.emovox.serving.security.exposure;
