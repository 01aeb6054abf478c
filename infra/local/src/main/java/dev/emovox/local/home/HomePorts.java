package dev.emovox.local.home;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.local.process.FreePorts;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses the ports of one start: those that are demanded, else those of last time, else free ones
 * near the usual ones. Not thread-safe.
 */
public final class HomePorts {
  /** Any free port will do. */
  public static final int ANY = 0;

  private final Map<String, Integer> demanded;
  private final Map<String, Integer> remembered;
  private final FreePorts free = new FreePorts();
  private final Map<String, Integer> chosen = new TreeMap<>();

  /** Ports by name: those that must be used, and those of last time. */
  public HomePorts(Map<String, Integer> demanded, Map<String, Integer> remembered) {
    this.demanded = Map.copyOf(demanded);
    this.remembered = Map.copyOf(remembered);
    this.demanded.forEach(HomePorts::check);
    free.reserve(this.demanded.values());
  }

  /**
   * The port of that name.
   *
   * @param usual what it is by default, or {@link #ANY}
   * @throws InvalidInputException when a demanded port is in use
   */
  public int choose(String name, int usual) {
    int port = demanded.containsKey(name) ? demand(name) : find(name, usual);
    chosen.put(name, port);
    return port;
  }

  /** What was chosen, to be remembered. */
  public Map<String, Integer> chosen() {
    return Map.copyOf(chosen);
  }

  private int demand(String name) {
    int port = demanded.get(name);
    if (!FreePorts.isFree(port)) {
      throw new InvalidInputException(
          "Port %d, asked for %s, is in use by another program. Choose another, or leave the choice to Emovox."
              .formatted(port, name));
    }
    return port;
  }

  private int find(String name, int usual) {
    Integer last = remembered.get(name);
    if (last != null && free.take(last)) {
      return last;
    }
    return usual == ANY ? free.any() : free.near(usual);
  }

  private static void check(String name, int port) {
    if (port < 1 || port > 65535) {
      throw new InvalidInputException(
          "Port %d, asked for %s, is no port: ports are from 1 to 65535.".formatted(port, name));
    }
  }
}
