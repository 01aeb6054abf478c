package dev.emovox.serving.model;

/** How the last look at the registry ended. */
public enum RegistryState {
  /** No look has ended yet. */
  STARTING,
  /** The model that answers is the one that the alias points to. */
  IN_STEP,
  /** No version has the alias; the last model, if there was one, goes on answering. */
  NO_CHAMPION,
  /** No version but the champion has the challenger's alias. */
  NO_CHALLENGER,
  /** The alias points to a version that could not go live, or stay; see the rejection. */
  REJECTED,
  /** The registry or the store did not answer, or refused; the last model goes on answering. */
  UNREACHABLE
}
