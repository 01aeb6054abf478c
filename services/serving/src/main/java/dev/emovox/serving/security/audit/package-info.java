/** Who changed something at the service, and who was refused. */
package dev.emovox.serving.security.audit;
