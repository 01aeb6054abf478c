package dev.emovox.corpora.splits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts items that share a key into one group, and all that hang together through others. */
public final class Groups {
  private final int[] parent;

  private Groups(int size) {
    parent = new int[size];
    Arrays.setAll(parent, i -> i);
  }

  /**
   * Groups items.
   *
   * @param keys several ways to share a key; one is enough to belong together
   * @return groups in the order of their first items, items in their order
   */
  public static <T> List<List<T>> of(List<T> items, List<Function<T, String>> keys) {
    Groups groups = new Groups(items.size());
    for (Function<T, String> key : keys) {
      Map<String, Integer> first = new HashMap<>();
      for (int i = 0; i < items.size(); i++) {
        Integer other = first.putIfAbsent(key.apply(items.get(i)), i);
        if (other != null) {
          groups.join(other, i);
        }
      }
    }
    Map<Integer, List<T>> byRoot = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      byRoot.computeIfAbsent(groups.root(i), root -> new ArrayList<>()).add(items.get(i));
    }
    return List.copyOf(byRoot.values());
  }

  private void join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  private int root(int item) {
    int root = item;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
