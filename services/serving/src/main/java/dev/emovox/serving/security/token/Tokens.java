package dev.emovox.serving.security.token;

import dev.emovox.access.Scope;
import dev.emovox.domain.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;

/**
 * Judges access tokens: signed by a key of the issuer, for this service, not over. Nothing here
 * waits for the issuer. Safe for use by several threads.
 */
public final class Tokens {
  private static final int LONGEST = 12_000;
  private static final int CLOCK_SKEW_SECONDS = 30;
  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,128}");

  /** Signatures of key pairs alone: with shared secrets, a public key would pass as a secret. */
  private static final AlgorithmConstraints ALGORITHMS =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA384,
          AlgorithmIdentifiers.RSA_USING_SHA512,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
          AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
          AlgorithmIdentifiers.EDDSA);

  private final TokenSettings settings;
  private final FollowedKeys keys;

  Tokens(TokenSettings settings, FollowedKeys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  /**
   * Tokens of an issuer whose keys are asked for from the first {@link #tick} on.
   *
   * @param log is told why the keys can't be had
   */
  public static Tokens of(TokenSettings settings, Consumer<String> log) {
    IssuerClient client = new IssuerClient(settings);
    return new Tokens(settings, new FollowedKeys(client::keys, System::nanoTime, log));
  }

  /** Asks the issuer for its keys if it is time to; to be called every second or so. */
  public void tick() {
    keys.tick();
  }

  /** Judges what a client presented. */
  public TokenVerdict check(String presented) {
    if (presented.length() > LONGEST) {
      return new TokenVerdict.Rejected("The token is too long.");
    }
    SigningKeys now = keys.now();
    if (now.keys().isEmpty()) {
      return new TokenVerdict.Unknown();
    }
    try {
      return new TokenVerdict.Accepted(bearer(consumer(now).processToClaims(presented)));
    } catch (InvalidJwtException e) {
      return new TokenVerdict.Rejected(why(e, now));
    } catch (MalformedClaimException | InvalidInputException e) {
      return new TokenVerdict.Rejected("A claim of the token is not of its kind.");
    }
  }

  private JwtConsumer consumer(SigningKeys now) {
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(new JwksVerificationKeyResolver(now.keys()))
        .setJwsAlgorithmConstraints(ALGORITHMS)
        .setExpectedIssuer(settings.issuer().toString())
        .setExpectedAudience(settings.audience())
        .setRequireExpirationTime()
        .setRequireSubject()
        .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
        .build();
  }

  private TokenBearer bearer(JwtClaims claims) throws MalformedClaimException {
    String subject = printable(claims.getSubject());
    Object program = claims.getClaimValue("azp");
    return new TokenBearer(
        subject, program instanceof String name ? printable(name) : subject, scopes(claims));
  }

  /** Subjects get into logs. */
  private static String printable(String name) {
    if (!PRINTABLE.matcher(name).matches()) {
      throw new InvalidInputException("a name of a token is too long or has odd characters");
    }
    return name;
  }

  private Set<Scope> scopes(JwtClaims claims) throws MalformedClaimException {
    Object value = claims.getClaimValue(settings.scopesClaim());
    List<String> words =
        value instanceof String text
            ? List.of(text.split(" "))
            : value == null ? List.of() : claims.getStringListClaimValue(settings.scopesClaim());
    return words.stream().flatMap(this::scope).collect(Collectors.toSet());
  }

  /** Scopes of other services are none of ours. */
  private Stream<Scope> scope(String word) {
    return Arrays.stream(Scope.values())
        .filter(scope -> word.equals(settings.scopePrefix() + scope.word()));
  }

  private String why(InvalidJwtException failure, SigningKeys now) {
    if (failure.hasErrorCode(ErrorCodes.EXPIRED)) {
      return "The token is over; ask for a new one.";
    }
    if (failure.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
        || failure.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
      return "The token is for another service.";
    }
    if (failure.hasErrorCode(ErrorCodes.ISSUER_INVALID)
        || failure.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
      return "The token is of another issuer.";
    }
    return noteKey(failure, now);
  }

  private String noteKey(InvalidJwtException failure, SigningKeys now) {
    String id =
        failure.getJwtContext() == null
            ? null
            : failure.getJwtContext().getJoseObjects().stream()
                .findFirst()
                .map(JsonWebStructure::getKeyIdHeaderValue)
                .orElse(null);
    if (id != null && !now.have(id)) {
      keys.missed();
      return "The token was signed with a key that the issuer does not have, or made so lately that it is not known here yet.";
    }
    return "The token is none of the issuer's.";
  }
}
