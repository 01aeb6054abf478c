/** Rules about the registry and MLflow: held against runs and ledger. */
package dev.emovox.audit.rules.registry;
