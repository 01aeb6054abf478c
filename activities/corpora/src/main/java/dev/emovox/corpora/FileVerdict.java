package dev.emovox.corpora;

import dev.emovox.corpora.files.FoundFile;
import dev.emovox.corpora.naming.ClipName;

/** What a file is taken for before it is decoded. */
sealed interface FileVerdict {

  /**
   * To be decoded.
   *
   * @param corpus whose clip it is
   * @param name what its name says
   * @param found the file
   * @param pathInCorpus its path below the corpus' folder
   */
  record Candidate(String corpus, ClipName name, FoundFile found, String pathInCorpus)
      implements FileVerdict {

    String id() {
      return corpus + "/" + pathInCorpus;
    }

    Reject reject(RejectReason reason, String detail) {
      return new Reject(found.path(), corpus, reason.code(), detail);
    }
  }

  /**
   * Turned away.
   *
   * @param reject with the reason
   */
  record Rejected(Reject reject) implements FileVerdict {}

  /**
   * No clip.
   *
   * @param file with the reason
   */
  record Ignored(IgnoredFile file) implements FileVerdict {}
}
