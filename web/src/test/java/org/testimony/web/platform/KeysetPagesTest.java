package org.testimony.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeysetPagesTest {

  /** Numbers in order; a number is its own id. */
  private static final class Numbers implements KeysetPages.Source<Integer> {

    private static final long serialVersionUID = 1L;
    private final List<Integer> numbers = new ArrayList<>();

    @Override
    public long count() {
      return numbers.size();
    }

    @Override
    public List<Integer> page(Optional<UUID> after, int limit) {
      long last = after.map(UUID::getLeastSignificantBits).orElse(-1L);
      return numbers.stream().filter(n -> n > last).limit(limit).toList();
    }

    @Override
    public UUID id(Integer number) {
      return new UUID(0, number);
    }
  }

  private static Numbers upTo(int count) {
    Numbers numbers = new Numbers();
    for (int i = 0; i < count; i++) {
      numbers.numbers.add(i);
    }
    return numbers;
  }

  private static List<Integer> load(KeysetPages<Integer> pages, int first) {
    return pages.load(first, 3, Map.of(), Map.of());
  }

  @Test
  void pages_come_in_any_order() {
    KeysetPages<Integer> pages = new KeysetPages<>(upTo(8));
    assertThat(load(pages, 6)).containsExactly(6, 7);
    assertThat(load(pages, 0)).containsExactly(0, 1, 2);
    assertThat(load(pages, 3)).containsExactly(3, 4, 5);
    assertThat(pages.count(Map.of())).isEqualTo(8);
  }

  @Test
  void a_page_beyond_the_end_is_empty() {
    KeysetPages<Integer> pages = new KeysetPages<>(upTo(3));
    assertThat(load(pages, 3)).isEmpty();
    assertThat(load(pages, 300)).isEmpty();
    assertThat(load(new KeysetPages<>(upTo(0)), 0)).isEmpty();
  }

  @Test
  void going_on_skips_nothing_where_rows_came_before_the_page_was_read_again() {
    Numbers numbers = new Numbers();
    numbers.numbers.addAll(List.of(10, 11, 12, 13, 14));
    KeysetPages<Integer> pages = new KeysetPages<>(numbers);
    assertThat(load(pages, 0)).containsExactly(10, 11, 12);
    assertThat(load(pages, 3)).containsExactly(13, 14);
    numbers.numbers.addAll(0, List.of(8, 9));
    assertThat(load(pages, 0)).containsExactly(8, 9, 10);
    assertThat(load(pages, 3)).containsExactly(11, 12, 13);
  }
}
