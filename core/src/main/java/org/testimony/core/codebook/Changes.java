package org.testimony.core.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.testimony.core.codebook.Change.Aspect;
import org.testimony.core.codebook.Change.Part;
import org.testimony.core.codebook.Change.Weight;

/** Collects the changes that a comparison finds, place by place. */
final class Changes {

  private final List<Change> changes = new ArrayList<>();

  /** Compares two parts of the same id. */
  @FunctionalInterface
  interface Comparison<T> {
    void compare(Place place, T before, T after);
  }

  /**
   * How parts of one kind are compared.
   *
   * @param added weight of a part that is new
   * @param removed weight of a part that is gone
   * @param order weight of another order of the parts that stayed
   */
  record Kind<T>(
      Part part,
      Function<T, String> id,
      Function<T, String> name,
      Function<T, Weight> added,
      Weight removed,
      Weight order,
      Comparison<T> comparison) {

    /** A kind whose removal is major and whose order means nothing. */
    static <T> Kind<T> of(
        Part part,
        Function<T, String> id,
        Function<T, String> name,
        Function<T, Weight> added,
        Comparison<T> comparison) {
      return new Kind<>(part, id, name, added, Weight.MAJOR, Weight.MINOR, comparison);
    }

    Kind<T> withRemoved(Weight weight) {
      return new Kind<>(part, id, name, added, weight, order, comparison);
    }

    Kind<T> withOrder(Weight weight) {
      return new Kind<>(part, id, name, added, removed, weight, comparison);
    }
  }

  /** The changes found so far, in the order in which they were found. */
  List<Change> list() {
    return List.copyOf(changes);
  }

  /** The codebook itself. */
  Place root(String name) {
    return new Place(Part.CODEBOOK, "", name);
  }

  /** One part under comparison: takes down what differs about it. */
  final class Place {

    private final Part part;
    private final String subject;
    private final String name;

    private Place(Part part, String subject, String name) {
      this.part = part;
      this.subject = subject;
      this.name = name;
    }

    void minor(Aspect aspect, String before, String after) {
      change(Weight.MINOR, aspect, Optional.of(before), Optional.of(after));
    }

    void minor(Aspect aspect, Optional<String> before, Optional<String> after) {
      change(Weight.MINOR, aspect, before, after);
    }

    void major(Aspect aspect, String before, String after) {
      change(Weight.MAJOR, aspect, Optional.of(before), Optional.of(after));
    }

    /** A part that is no longer offered is as if removed; one offered again is as if added. */
    void enabled(boolean before, boolean after, Weight added) {
      change(after ? added : Weight.MAJOR, Aspect.ENABLED, text(before), text(after));
    }

    void change(Weight weight, Aspect aspect, Optional<String> before, Optional<String> after) {
      if (!before.equals(after)) {
        changes.add(new Change(weight, part, subject, name, aspect, before, after));
      }
    }

    /** Compares the parts of one list inside this place. */
    <T> void parts(String list, Kind<T> kind, List<T> before, List<T> after) {
      List<String> idsBefore = before.stream().map(kind.id()).toList();
      List<String> idsAfter = after.stream().map(kind.id()).toList();
      for (T was : before) {
        if (!idsAfter.contains(kind.id().apply(was))) {
          below(list, kind, was)
              .change(
                  kind.removed(),
                  Aspect.REMOVED,
                  Optional.of(kind.name().apply(was)),
                  Optional.empty());
        }
      }
      for (T is : after) {
        Place place = below(list, kind, is);
        int index = idsBefore.indexOf(kind.id().apply(is));
        if (index < 0) {
          place.change(
              kind.added().apply(is),
              Aspect.ADDED,
              Optional.empty(),
              Optional.of(kind.name().apply(is)));
        } else {
          kind.comparison().compare(place, before.get(index), is);
        }
      }
      new Place(part, subject + "/" + list, name)
          .change(kind.order(), Aspect.ORDER, kept(idsBefore, idsAfter), kept(idsAfter, idsBefore));
    }

    private <T> Place below(String list, Kind<T> kind, T value) {
      String at = subject + "/" + list + "/" + kind.id().apply(value);
      return new Place(kind.part(), at, kind.name().apply(value));
    }
  }

  /** A value as the words in which a change keeps it. */
  static Optional<String> text(Object value) {
    return Optional.of(value.toString());
  }

  /** As {@link #text(Object)}, for a number that may be absent. */
  static Optional<String> text(OptionalInt number) {
    return number.isPresent() ? text(number.getAsInt()) : Optional.empty();
  }

  private static Optional<String> kept(List<String> ids, List<String> others) {
    return Optional.of(String.join(" ", ids.stream().filter(others::contains).toList()));
  }
}
