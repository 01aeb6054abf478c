/** Keeps the services of a stack running: starts them in order, starts them again, ends them. */
package dev.emovox.local.supervision;
