/**
 * Child processes that never outlive their supervisor: starting and ending them, finding free
 * ports, waiting until a server answers, reading logs.
 */
package dev.emovox.local.process;
