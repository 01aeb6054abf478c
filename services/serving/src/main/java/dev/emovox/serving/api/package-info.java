/** The service's HTTP interface, version 1: its resources and its documents. */
package dev.emovox.serving.api;
