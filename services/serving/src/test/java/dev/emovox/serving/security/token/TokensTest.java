package dev.emovox.serving.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.access.Scope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class TokensTest {
  private final FakeIssuer issuer = new FakeIssuer();
  private final List<String> log = new ArrayList<>();
  private final Tokens tokens = Tokens.of(settings("scope"), log::add);

  private TokenSettings settings(String claim) {
    return new TokenSettings(issuer.address(), FakeIssuer.AUDIENCE, claim, "emovox:");
  }

  @BeforeAll
  void ask() {
    assertThat(tokens.check(issuer.token(""))).isInstanceOf(TokenVerdict.Unknown.class);
    tokens.tick();
  }

  @AfterAll
  void close() {
    issuer.close();
    assertThat(log).isEmpty();
  }

  private String rejected(Consumer<JwtClaims> change) {
    JwtClaims claims = issuer.claims("emovox:predict");
    change.accept(claims);
    return rejected(FakeIssuer.sign(claims, issuer.key()));
  }

  private String rejected(String token) {
    assertThat(tokens.check(token)).isInstanceOf(TokenVerdict.Rejected.class);
    return ((TokenVerdict.Rejected) tokens.check(token)).why();
  }

  @Test
  void scopesOfThisServiceAreReadFromAWordListOrAList() {
    TokenVerdict expected =
        new TokenVerdict.Accepted(
            new TokenBearer("ada", "notebook", Set.of(Scope.PREDICT, Scope.MODEL_READ)));
    assertThat(tokens.check(issuer.token("openid emovox:predict other:admin emovox:model:read")))
        .isEqualTo(expected);
    assertThat(tokens.check(issuer.token(List.of("emovox:model:read", "emovox:predict", "admin"))))
        .isEqualTo(expected);
  }

  @Test
  void aTokenWithoutScopesAllowsNothing() {
    assertThat(tokens.check(issuer.token(null)))
        .isEqualTo(new TokenVerdict.Accepted(new TokenBearer("ada", "notebook", Set.of())));
  }

  @Test
  void claimsThatAreNotForHereAndNowAreRejected() {
    assertThat(rejected(claims -> claims.setIssuer("https://example.org"))).contains("issuer");
    assertThat(rejected(claims -> claims.setAudience("another"))).contains("another service");
    assertThat(rejected(claims -> claims.unsetClaim("aud"))).contains("another service");
    assertThat(rejected(claims -> claims.setExpirationTimeMinutesInTheFuture(-2))).contains("over");
    rejected(claims -> claims.unsetClaim("exp"));
    rejected(claims -> claims.unsetClaim("sub"));
    rejected(claims -> claims.setSubject("a\nb"));
    rejected(claims -> claims.setSubject("a".repeat(129)));
    rejected(claims -> claims.setClaim("scope", 7));
    NumericDate later = NumericDate.now();
    later.addSeconds(120);
    rejected(claims -> claims.setNotBefore(later));
  }

  @Test
  void signaturesOfOthersAreRejected() throws JoseException {
    JwtClaims claims = issuer.claims("emovox:admin");
    assertThat(rejected(FakeIssuer.sign(claims, FakeIssuer.newKey("first"))))
        .isEqualTo("The token is none of the issuer's.");
    assertThat(rejected(FakeIssuer.sign(claims, FakeIssuer.newKey("other"))))
        .contains("key that the issuer does not have");
    String good = issuer.token("emovox:predict");
    String[] parts = good.split("\\.", -1);
    String payload =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("emovox:predict", "emovox:admin");
    rejected(parts[0] + "." + base64(payload) + "." + parts[2]);
    rejected(base64("{\"alg\":\"none\"}") + "." + parts[1] + ".");
    JsonWebSignature confused = new JsonWebSignature();
    confused.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    confused.setPayload(claims.toJson());
    confused.setKeyIdHeaderValue("first");
    confused.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    confused.setKey(new HmacKey(issuer.key().getPublicKey().getEncoded()));
    rejected(confused.getCompactSerialization());
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "...", "a.b.c", "a.b.c.d.e", "e30.e30.", "\u0000.\u0000.x"})
  void whatIsNoTokenIsRejected(String text) {
    rejected(text);
  }

  @Test
  void aTokenOfAnyLengthIsRejectedQuickly() {
    assertThat(rejected("a".repeat(20_000_000))).contains("too long");
  }
}
