package dev.emovox.corpora.files;

/** What a name in a folder stands for. */
public enum FileKind {
  /** A file, or a link to a file within the allowed folders. */
  REGULAR,
  /** A file or a whole folder whose name begins with a dot. */
  HIDDEN,
  /** A link to a folder within the allowed folders, whose files are found where they are. */
  LINKED_FOLDER,
  /** A link that leads out of the allowed folders. */
  LINK_OUTSIDE,
  /** A link to nothing, or something that the operating system does not let us look at. */
  UNREADABLE,
  /** A pipe, socket or device. */
  SPECIAL
}
