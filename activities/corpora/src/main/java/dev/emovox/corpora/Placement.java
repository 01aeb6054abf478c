package dev.emovox.corpora;

/** Where in a data root a file lies. */
enum Placement {
  /** In the folder of a corpus: only that corpus' names count. */
  CORPUS_FOLDER,
  /** In a root without corpus folders: every corpus' names count. */
  ANYWHERE,
  /** Directly in a root that has corpus folders: no clip is expected here. */
  BESIDE_FOLDERS
}
