package dev.emovox.serving.batches;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import dev.emovox.serving.upload.UploadedFile;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Reads the clips of a batch.
 *
 * @param json reads documents
 * @param most clips of a batch
 */
record BatchBody(ObjectMapper json, int most) {

  /** The clips of a JSON document, which {@link BatchRequest} describes. */
  List<BatchClip> document(Buffer body) {
    try {
      BatchRequest request =
          json.readValue(body == null ? new byte[0] : body.getBytes(), BatchRequest.class);
      if (request == null || request.clips() == null || request.clips().contains(null)) {
        throw malformed("The document has no list 'clips' of objects with 'audio' in base 64.");
      }
      checkCount(request.clips().size());
      return request.clips().stream()
          .map(clip -> new BatchClip(clip.name(), () -> decoded(clip.audio())))
          .toList();
    } catch (JsonProcessingException e) {
      throw malformed("The body is no JSON document with 'clips', or a value in it is too long.");
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be read", e);
    }
  }

  /** The files of a form, whatever its fields are called. */
  List<BatchClip> files(List<FileUpload> files) {
    checkCount(files.size());
    return files.stream()
        .map(file -> new BatchClip(file.fileName(), () -> UploadedFile.content(file)))
        .toList();
  }

  private void checkCount(int count) {
    if (count == 0) {
      throw malformed("There is no clip in the batch.");
    }
    if (count > most) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "There are " + count + " clips in the batch, and at most " + most + " are answered.");
    }
  }

  private static byte[] decoded(String audio) {
    try {
      if (audio != null) {
        return Base64.getDecoder().decode(audio);
      }
    } catch (IllegalArgumentException e) {
      // Told below, in the same words as no audio at all.
    }
    throw malformed("The member 'audio' is not the bytes of a file in base 64.");
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemType.MALFORMED, detail);
  }
}
