package dev.emovox.serving.upload;

import java.util.regex.Pattern;

/**
 * A path that takes bodies.
 *
 * @param path a pattern of the whole path
 * @param type the content type that every body but a form is taken for: curl, for one, calls any
 *     file an encoded form, and decoding it as such would destroy it
 * @param most bytes of a body
 */
record UploadRoute(Pattern path, String type, int most) {

  /** A path that takes bodies, with or without a slash at its end. */
  static UploadRoute of(String path, String type, int most) {
    return new UploadRoute(Pattern.compile(path + "/?"), type, most);
  }

  boolean has(String asked) {
    return path.matcher(asked).matches();
  }
}
