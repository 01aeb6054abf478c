package dev.emovox.cli.lineage;

/** In which form lineage is given. */
public enum LineageFormat {
  /** Trees for people. */
  TREE,
  /** The document of {@code --json}. */
  JSON,
  /** Events of OpenLineage, of a run. */
  OPENLINEAGE,
  /** A web page. */
  HTML
}
