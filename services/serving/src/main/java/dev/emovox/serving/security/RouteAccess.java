package dev.emovox.serving.security;

import dev.emovox.access.Scope;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What each route asks. A route that is not named here, and a path that is written in any unusual
 * way, asks for {@link Scope#ADMIN}: a trick with the path makes a door narrower, never wider.
 */
final class RouteAccess {
  private static final Access EVERYBODY = new Access.Everybody();
  private static final Access PAGE = new Access.Page();
  private static final Access ANY_KEY = new Access.AnyKey();
  private static final Access ADMIN = new Access.Scoped(Scope.ADMIN);
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_:-][A-Za-z0-9._:-]*)*/?");

  /** The first that fits decides. */
  private static final List<Route> ROUTES =
      List.of(
          reading("/q/health(/live|/ready|/started)?", EVERYBODY),
          reading("/q/metrics", new Access.Scoped(Scope.METRICS)),
          reading("/|/index\\.html|/page/.*", PAGE),
          reading("/q/openapi|/q/swagger-ui(/.*)?", ANY_KEY),
          writing("/v1/emotions(:[a-z]+)?", new Access.Scoped(Scope.PREDICT)),
          reading("/v1/stream", new Access.Scoped(Scope.PREDICT)),
          reading("/v1/(models?(/.*)?|drift)", new Access.Scoped(Scope.MODEL_READ)),
          writing("/v2/models/.+/infer", new Access.Scoped(Scope.PREDICT)),
          reading("/v2(/.*)?", new Access.Scoped(Scope.MODEL_READ)),
          writing("/inference\\.GRPCInferenceService/ModelInfer", new Access.Scoped(Scope.PREDICT)),
          writing(
              "/inference\\.GRPCInferenceService/(Server|Model)(Live|Ready|Metadata)",
              new Access.Scoped(Scope.MODEL_READ)));

  private RouteAccess() {}

  /**
   * What a request asks for.
   *
   * @param path as it was sent, without the query
   */
  static Access of(String method, String path) {
    if (!PLAIN.matcher(path).matches()) {
      return ADMIN;
    }
    return ROUTES.stream()
        .filter(route -> route.fits(method, path))
        .findFirst()
        .map(Route::access)
        .orElse(ADMIN);
  }

  private static Route reading(String path, Access access) {
    return new Route(READING, Pattern.compile(path), access);
  }

  private static Route writing(String path, Access access) {
    return new Route(Set.of("POST"), Pattern.compile(path), access);
  }

  private record Route(Set<String> methods, Pattern path, Access access) {
    boolean fits(String method, String asked) {
      return methods.contains(method) && path.matcher(asked).matches();
    }
  }
}
