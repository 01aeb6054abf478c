package dev.emovox.serving.security.token;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An issuer on this machine that signs what it is given. */
public final class FakeIssuer implements AutoCloseable {
  public static final String AUDIENCE = "emovox-test";

  private static final int KEY_BITS = 2048;

  private final HttpServer server;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile RsaJsonWebKey key;

  public FakeIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          String page = pages.get(exchange.getRequestURI().getPath());
          byte[] body = page == null ? new byte[0] : page.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    describe(address(), URI.create(address() + "/keys"));
    rotate("first");
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What it says of itself. */
  public void describe(URI issuer, URI keys) {
    page(
        "/.well-known/openid-configuration",
        "{\"issuer\": \"%s\", \"jwks_uri\": \"%s\"}".formatted(issuer, keys));
  }

  public void page(String path, String content) {
    pages.put(path, content);
  }

  /** From now on it signs with another key, and has no more than that. */
  public void rotate(String id) {
    key = newKey(id);
    page("/keys", new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
  }

  /** A key that it may or may not make its own. */
  public static RsaJsonWebKey newKey(String id) {
    try {
      RsaJsonWebKey made = RsaJwkGenerator.generateJwk(KEY_BITS);
      made.setKeyId(id);
      return made;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  public RsaJsonWebKey key() {
    return key;
  }

  public int asked() {
    return asked.get();
  }

  /** Claims that nothing is wrong with. */
  public JwtClaims claims(Object scopes) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(address().toString());
    claims.setAudience(List.of("another", AUDIENCE));
    claims.setSubject("ada");
    claims.setClaim("azp", "notebook");
    claims.setExpirationTimeMinutesInTheFuture(5);
    claims.setClaim("scope", scopes);
    return claims;
  }

  public String token(Object scopes) {
    return sign(claims(scopes), key);
  }

  public static String sign(JwtClaims claims, RsaJsonWebKey key) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
