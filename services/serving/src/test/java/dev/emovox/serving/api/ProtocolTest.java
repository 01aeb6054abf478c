package dev.emovox.serving.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.emovox.serving.model.FakeModel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Open Inference Protocol over HTTP. */
@QuarkusTest
@TestProfile(TestSettings.class)
class ProtocolTest extends ServiceTest {
  private static final String INFER = "/v2/models/emovox/infer";

  private static List<Double> tone(int samples) {
    return IntStream.range(0, samples).mapToObj(i -> 0.3 * Math.sin(0.1 * i)).toList();
  }

  private static Map<String, Object> audio(List<Integer> shape, List<?> data) {
    return Map.of(
        "id",
        "42",
        "inputs",
        List.of(Map.of("name", "audio", "datatype", "FP32", "shape", shape, "data", data)));
  }

  @Test
  void tellsWhatTheServerAndTheModelAre() {
    String version = serve(FakeModel.happy());

    given().get("/v2").then().statusCode(200).body("name", equalTo("emovox-serving"));
    given().get("/v2/health/live").then().statusCode(200).body("live", equalTo(true));
    given().get("/v2/health/ready").then().statusCode(200).body("ready", equalTo(true));
    given().get("/v2/models/emovox/ready").then().statusCode(200).body("ready", equalTo(true));
    for (String path : List.of("", "/versions/" + version)) {
      given()
          .get("/v2/models/emovox" + path)
          .then()
          .statusCode(200)
          .body("name", equalTo("emovox"))
          .body("versions", equalTo(List.of(version)))
          .body("inputs.name", equalTo(List.of("audio", "file")))
          .body("outputs.shape", equalTo(List.of(List.of(-1, 3), List.of(-1, 3), List.of(-1))));
      given().get("/v2/models/emovox" + path + "/ready").then().statusCode(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v2/models/other", "/v2/models/emovox/versions/none"})
  void knowsOnlyWhatIsLive(String path) {
    for (String end : List.of("", "/ready")) {
      given().get(path + end).then().statusCode(404).body("error", containsString("emovox does"));
    }
    given().body(audio(List.of(800), tone(800))).post(path + "/infer").then().statusCode(404);
  }

  @Test
  void isNotReadyWithoutAModel() {
    serveNothing();

    given().get("/v2/health/ready").then().statusCode(503).body("ready", equalTo(false));
    given().get("/v2/models/emovox/ready").then().statusCode(503).body("$", hasKey("error"));
    given()
        .body(audio(List.of(800), tone(800)))
        .post(INFER)
        .then()
        .statusCode(503)
        .header("Retry-After", not(equalTo(null)));
  }

  @Test
  void answersSamples() {
    String version = serve(FakeModel.happy());

    given()
        .config(exactNumbers())
        .contentType("application/json")
        .body(audio(List.of(1600), tone(1600)))
        .post("/v2/models/emovox/versions/" + version + "/infer")
        .then()
        .statusCode(200)
        .body("model_name", equalTo("emovox"))
        .body("model_version", equalTo(version))
        .body("id", equalTo("42"))
        .body("outputs.name", equalTo(List.of("probabilities", "logits", "label")))
        .body("outputs[0].shape", equalTo(List.of(1, 3)))
        .body("outputs[0].data", equalTo(List.of(0.2, 0.7, 0.1)))
        .body("outputs[1].data", equalTo(List.of(-1.5, 2.5, -2.5)))
        .body("outputs[2].datatype", equalTo("BYTES"))
        .body("outputs[2].data", equalTo(List.of("happy")));
  }

  @Test
  void answersBatchesFlatAndNestedAndOnlyWhatIsWanted() {
    for (List<?> data : List.of(tone(3200), List.of(tone(1600), tone(1600)))) {
      given()
          .body(
              Map.of(
                  "inputs",
                  List.of(
                      Map.of(
                          "name",
                          "audio",
                          "datatype",
                          "FP32",
                          "shape",
                          List.of(2, 1600),
                          "data",
                          data)),
                  "outputs",
                  List.of(Map.of("name", "label"))))
          .post(INFER)
          .then()
          .statusCode(200)
          .body("outputs.name", equalTo(List.of("label")))
          .body("outputs[0].shape", equalTo(List.of(2)))
          .body("outputs[0].data", equalTo(List.of("happy", "happy")));
    }
  }

  @Test
  void answersFilesInBase64() {
    String file = Base64.getEncoder().encodeToString(Sounds.tone(1));
    given()
        .body(
            Map.of(
                "inputs",
                List.of(
                    Map.of(
                        "name",
                        "file",
                        "datatype",
                        "BYTES",
                        "shape",
                        List.of(1),
                        "data",
                        List.of(file)))))
        .post(INFER)
        .then()
        .statusCode(200)
        .body("outputs[2].data", equalTo(List.of("happy")));
  }

  @Test
  void answersTensorsInBinaryForm() {
    ByteBuffer samples = ByteBuffer.allocate(4 * 1600).order(ByteOrder.LITTLE_ENDIAN);
    tone(1600).forEach(value -> samples.putFloat(value.floatValue()));
    binary("audio", "FP32", samples.array(), "[1,1600]");

    byte[] file = Sounds.tone(1);
    ByteBuffer element = ByteBuffer.allocate(4 + file.length).order(ByteOrder.LITTLE_ENDIAN);
    element.putInt(file.length).put(file);
    binary("file", "BYTES", element.array(), "[1]");
  }

  private static void binary(String name, String datatype, byte[] data, String shape) {
    byte[] document =
        """
        {"inputs":[{"name":"%s","datatype":"%s","shape":%s,"parameters":{"binary_data_size":%d}}]}
        """
            .formatted(name, datatype, shape, data.length)
            .getBytes(StandardCharsets.UTF_8);
    byte[] body =
        ByteBuffer.allocate(document.length + data.length).put(document).put(data).array();
    given()
        .header("Inference-Header-Content-Length", document.length)
        .contentType("application/octet-stream")
        .body(body)
        .post(INFER)
        .then()
        .statusCode(200)
        .body("outputs[2].data", equalTo(List.of("happy")));
    given()
        .header("Inference-Header-Content-Length", document.length)
        .contentType("application/octet-stream")
        .body(java.util.Arrays.copyOf(body, body.length - 1))
        .post(INFER)
        .then()
        .statusCode(400)
        .body("error", containsString("ends before"));
    given()
        .header("Inference-Header-Content-Length", body.length + 1)
        .body(body)
        .post(INFER)
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "{\"inputs\":[]}",
        "{\"inputs\":[null]}",
        "{\"inputs\":[{\"name\":\"audio\"}]}",
        "{\"inputs\":[{\"name\":\"audio\",\"datatype\":\"FP32\",\"shape\":[2],\"data\":[1]}]}",
        "{\"inputs\":[{\"name\":\"audio\",\"datatype\":\"FP32\",\"shape\":[-1],\"data\":[1]}]}",
        "{\"inputs\":[{\"name\":\"audio\",\"datatype\":\"FP32\",\"shape\":[1,2,3],\"data\":[1]}]}",
        "{\"inputs\":[{\"name\":\"audio\",\"datatype\":\"FP32\",\"shape\":[9223372036854775807,4],\"data\":[1]}]}",
        "{\"inputs\":[{\"name\":\"audio\",\"datatype\":\"FP32\",\"shape\":[2,9223372036854775807],\"data\":[1,1]}]}",
        "{\"inputs\":[{\"name\":\"audio\",\"datatype\":\"FP32\",\"shape\":[1],\"data\":[\"x\"]}]}",
        "{\"inputs\":[{\"name\":\"audio\",\"datatype\":\"INT8\",\"shape\":[1],\"data\":[1]}]}",
        "{\"inputs\":[{\"name\":\"file\",\"datatype\":\"BYTES\",\"shape\":[1],\"data\":[\"§\"]}]}"
      })
  void refusesWhatIsNotOfTheProtocol(String body) {
    given()
        .contentType("application/json")
        .body(body)
        .post(INFER)
        .then()
        .statusCode(400)
        .contentType("application/json")
        .body("$", hasKey("error"));
  }

  @Test
  void saysWhyAClipCannotBeUsed() {
    given()
        .body(audio(List.of(800), IntStream.range(0, 800).mapToObj(i -> 0.0).toList()))
        .post(INFER)
        .then()
        .statusCode(422)
        .body("error", containsString("silent"));
  }

  private static RestAssuredConfig exactNumbers() {
    return RestAssured.config()
        .jsonConfig(
            JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
  }
}
