/**
 * Who may ask what, and how often. A gate stands before every route of the router, those of the
 * framework included, so that a route is closed until it is named here: what a WebSocket upgrade or
 * a gRPC call goes through is the same gate.
 */
package dev.emovox.serving.security;
