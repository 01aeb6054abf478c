package dev.emovox.serving.grpc.message;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * The messages {@code ModelReadyRequest} and {@code ModelMetadataRequest}.
 *
 * @param name of the model
 * @param version any if empty
 */
public record ModelName(String name, Optional<String> version) {
  private static final int NAME = Fields.tag(1, Fields.Form.BYTES);
  private static final int VERSION = Fields.tag(2, Fields.Form.BYTES);

  /**
   * Reads the message.
   *
   * @throws dev.emovox.serving.problem.ProblemException if it is none
   */
  public static ModelName read(byte[] message) {
    NameReader reader = new NameReader();
    Fields.read(message, reader);
    return reader.read();
  }

  /** The first two fields, which requests for inference begin with as well. */
  static final class NameReader implements Fields.Reader {
    private String name = "";
    private String version = "";

    @Override
    public boolean read(CodedInputStream input, int tag) throws IOException {
      if (tag == NAME) {
        name = input.readStringRequireUtf8();
      } else if (tag == VERSION) {
        version = input.readStringRequireUtf8();
      }
      return tag == NAME || tag == VERSION;
    }

    ModelName read() {
      return new ModelName(name, Optional.of(version).filter(text -> !text.isEmpty()));
    }
  }
}
