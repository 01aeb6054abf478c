package dev.emovox.serving.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Requests as a careless or hostile client would send them: sound files with bytes changed, cut or
 * added, documents with parts that do not belong there, and HTTP that is none. The same seed gives
 * the same requests.
 */
final class MalformedRequests {
  private static final List<String> MAGIC = List.of("RIFF", "FORM", "fLaC", "OggS", "ID3\4", "");
  private static final List<String> QUERIES =
      List.of(
          "",
          "?top=1",
          "?top=-1",
          "?segments=0.1&hop=0.01",
          "?segments=9e9",
          "?logits=maybe",
          "?version=%00",
          "?%",
          "?a=b&a=c",
          "?segments=0.000000001&hop=0.000000001");
  private static final List<String> VALUES =
      List.of(
          "null",
          "[]",
          "{}",
          "-1",
          "1e999",
          "\"\"",
          "[[[[]]]]",
          "[null]",
          "9223372036854775808",
          "\"\\ud800\"",
          "[1,\"a\"]",
          "true");

  private final Random random;
  private final byte[] sound;

  MalformedRequests(long seed, byte[] sound) {
    this.random = new Random(seed);
    this.sound = sound;
  }

  /** The next request, with its head. */
  byte[] next() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> post("/v1/emotions" + one(QUERIES), "audio/wav", mutated());
      case 3 -> post("/v1/emotions" + one(QUERIES), "multipart/form-data; boundary=x", form());
      case 4 -> post("/v1/emotions:batch", "application/json", broken(batch()));
      case 5 -> post("/v2/models/emovox/infer", "application/json", broken(tensor()));
      case 6 -> binary();
      default -> noHttp();
    };
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The sound with some bytes changed, its end cut or lengthened, or with another beginning. */
  private byte[] mutated() {
    byte[] bytes = sound.clone();
    int header = Math.min(bytes.length, 64);
    for (int i = random.nextInt(12); i > 0; i--) {
      int place = random.nextInt(random.nextBoolean() ? header : bytes.length);
      bytes[place] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xFF * random.nextInt(2));
    }
    byte[] magic = one(MAGIC).getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(magic, 0, bytes, 0, magic.length);
    int length = random.nextInt(3) > 0 ? bytes.length : random.nextInt(bytes.length + 1);
    return Arrays.copyOf(bytes, length);
  }

  private byte[] form() {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    String field = random.nextBoolean() ? "file" : "other";
    form.writeBytes(
        ascii(
            "--x\r\nContent-Disposition: form-data; name=\""
                + field
                + "\"; filename=\"a\"\r\n\r\n"));
    form.writeBytes(mutated());
    form.writeBytes(ascii(random.nextBoolean() ? "\r\n--x--\r\n" : "\r\n--x"));
    byte[] bytes = form.toByteArray();
    return random.nextInt(4) > 0 ? bytes : Arrays.copyOf(bytes, random.nextInt(60));
  }

  private String batch() {
    String audio = Base64.getEncoder().encodeToString(mutated());
    return "{\"clips\":[{\"name\":\"a\",\"audio\":\"" + audio + "\"}]}";
  }

  private String tensor() {
    return "{\"id\":\"7\",\"inputs\":[{\"name\":\"audio\",\"datatype\":\"FP32\",\"shape\":[1,4],"
        + "\"data\":[0.1,-0.2,0.3,0.4]}],\"outputs\":[{\"name\":\"label\"}]}";
  }

  /** The document with a value in the place of another, or cut. */
  private byte[] broken(String document) {
    String text = document;
    if (random.nextBoolean()) {
      int place = text.indexOf(random.nextBoolean() ? '[' : ':', random.nextInt(text.length())) + 1;
      text = text.substring(0, place) + one(VALUES) + text.substring(place);
    }
    if (random.nextInt(3) == 0) {
      text = text.substring(0, random.nextInt(text.length()));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] binary() {
    int size = random.nextBoolean() ? sound.length : random.nextInt();
    String document =
        "{\"inputs\":[{\"name\":\"%s\",\"datatype\":\"%s\",\"shape\":[%d],\"parameters\":{\"binary_data_size\":%d}}]}"
            .formatted(
                random.nextBoolean() ? "audio" : "file",
                random.nextBoolean() ? "FP32" : "BYTES",
                random.nextInt(4) - 1,
                size);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(ascii(document));
    body.writeBytes(mutated());
    int length = random.nextBoolean() ? document.length() : random.nextInt(100) - 5;
    return request(
        "POST /v2/models/emovox/infer HTTP/1.1\r\nInference-Header-Content-Length: " + length,
        body.toByteArray());
  }

  private byte[] post(String path, String type, byte[] body) {
    return request("POST " + path + " HTTP/1.1\r\nContent-Type: " + type, body);
  }

  private static byte[] request(String head, byte[] body) {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(
        ascii(
            head
                + "\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + body.length
                + "\r\n\r\n"));
    request.writeBytes(body);
    return request.toByteArray();
  }

  /** A good head with some characters changed, so that it is a request or none. */
  private byte[] noHttp() {
    List<String> paths = List.of("/v1/model", "/v1/stream", "/v2", "/q/openapi", "/%2e%2e/", "/");
    byte[] head =
        ascii("GET " + one(paths) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    for (int i = random.nextInt(4); i > 0; i--) {
      head[random.nextInt(head.length - 4)] = (byte) random.nextInt(256);
    }
    return head;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
