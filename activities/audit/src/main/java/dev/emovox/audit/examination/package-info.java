/** How rules are applied and findings gathered. */
package dev.emovox.audit.examination;
