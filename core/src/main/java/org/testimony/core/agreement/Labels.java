package org.testimony.core.agreement;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The labels of a measurement in their declared order; a label's code is its position. */
public final class Labels {

  private final List<String> names;
  private final Map<String, Integer> codes = new HashMap<>();

  private Labels(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < this.names.size(); i++) {
      codes.put(this.names.get(i), i);
    }
  }

  /** Labels in declared order; refuses a label named twice. */
  public static Labels of(List<String> names) {
    if (new LinkedHashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException("a label is declared twice: " + names);
    }
    return new Labels(names);
  }

  /** Labels in declared order. */
  public static Labels of(String... names) {
    return of(List.of(names));
  }

  /** The distinct labels in order of their characters, for data that declares none. */
  public static Labels sorted(Collection<String> names) {
    return new Labels(List.copyOf(new TreeSet<>(names)));
  }

  /** The names in order. */
  public List<String> names() {
    return names;
  }

  /** Number of labels. */
  public int size() {
    return names.size();
  }

  /** The label with a code. */
  public String name(int code) {
    return names.get(code);
  }

  /** The code of a label, if it is declared. */
  public Optional<Integer> find(String name) {
    return Optional.ofNullable(codes.get(name));
  }

  /** The code of a declared label. */
  public int code(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "label %s is not among those declared: %s".formatted(name, names)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Labels that && that.names.equals(names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return names.toString();
  }
}
