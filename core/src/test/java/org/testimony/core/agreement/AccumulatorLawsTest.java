package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Span;

/**
 * Accumulators are commutative monoids with a byte form: any order, any partition and any number of
 * threads give the same bits. Thousands of seeded cases.
 */
class AccumulatorLawsTest {

  private static final Labels LABELS = Labels.of("a", "b", "c");
  private static final List<String> PEOPLE = List.of("p", "q", "r");
  private static final int CASES = 1000;

  /**
   * Checks the laws on parts that make a whole.
   *
   * @param none the neutral one
   */
  private static <T> void laws(
      Random random,
      List<T> parts,
      T none,
      BinaryOperator<T> merge,
      Function<T, byte[]> encode,
      Function<byte[], T> decode) {
    T whole = parts.stream().reduce(none, merge);
    byte[] bytes = encode.apply(whole);
    List<T> shuffled = new ArrayList<>(parts);
    Collections.shuffle(shuffled, random);
    T inAnyOrder = shuffled.stream().reduce(none, merge);
    int cut = random.nextInt(parts.size() + 1);
    T inTwoHeaps =
        merge.apply(
            shuffled.subList(cut, shuffled.size()).stream().reduce(none, merge),
            shuffled.subList(0, cut).stream().reduce(none, merge));
    assertThat(inAnyOrder).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(encode.apply(inAnyOrder)).isEqualTo(bytes);
    assertThat(encode.apply(inTwoHeaps)).isEqualTo(bytes);
    assertThat(encode.apply(merge.apply(whole, none))).isEqualTo(bytes);
    assertThat(decode.apply(bytes)).isEqualTo(whole);
    assertThat(encode.apply(decode.apply(bytes))).isEqualTo(bytes);
    byte[] cutShort = Arrays.copyOf(bytes, random.nextInt(bytes.length));
    assertThatThrownBy(() -> decode.apply(cutShort)).isInstanceOf(IllegalArgumentException.class);
    byte[] tooLong = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> decode.apply(tooLong)).hasMessageContaining("bytes too many");
  }

  private static <T> void threads(List<T> parts, T none, BinaryOperator<T> merge) {
    assertThat(parts.parallelStream().reduce(none, merge))
        .isEqualTo(parts.stream().reduce(none, merge));
  }

  private static PatternTable patterns(Random random) {
    PatternTable.Builder table = PatternTable.builder(LABELS);
    for (int item = random.nextInt(6); item > 0; item--) {
      table.item(random.ints(random.nextInt(5), 0, 3).toArray());
    }
    return table.build();
  }

  private static <T> List<T> parts(Random random, Function<Random, T> part) {
    List<T> parts = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      parts.add(part.apply(random));
    }
    return parts;
  }

  @Test
  void seed_101_pattern_tables_obey_the_laws() {
    Random random = new Random(101);
    for (int i = 0; i < CASES; i++) {
      laws(
          random,
          parts(random, AccumulatorLawsTest::patterns),
          PatternTable.empty(LABELS),
          PatternTable::merge,
          PatternTable::encode,
          PatternTable::decode);
    }
  }

  private static PairTable pairs(Random random) {
    PairTable.Builder table = PairTable.builder(LABELS, PEOPLE);
    for (int item = random.nextInt(6); item > 0; item--) {
      table.item(random.ints(3, -1, 3).toArray());
    }
    return table.build();
  }

  @Test
  void seed_102_pair_tables_obey_the_laws() {
    Random random = new Random(102);
    for (int i = 0; i < CASES; i++) {
      laws(
          random,
          parts(random, AccumulatorLawsTest::pairs),
          PairTable.builder(LABELS, PEOPLE).build(),
          PairTable::merge,
          PairTable::encode,
          PairTable::decode);
    }
  }

  private static SpanDocument document(Random random) {
    int length = 10 + random.nextInt(30);
    List<SpanDocument.Labelled> spans = new ArrayList<>();
    for (String annotator : PEOPLE) {
      int at = random.nextInt(6);
      while (at < length) {
        int end = Math.min(length, at + 1 + random.nextInt(8));
        String label = LABELS.name(random.nextInt(3));
        spans.add(
            new SpanDocument.Labelled(annotator, "s" + spans.size(), Span.of(at, end), label));
        at = end + random.nextInt(6);
      }
    }
    return new SpanDocument("d", "d", length, PEOPLE, spans);
  }

  @Test
  void seed_103_unitizing_sums_obey_the_laws() {
    Random random = new Random(103);
    UnitizingSums none = UnitizingSums.empty(LABELS, 4);
    for (int i = 0; i < CASES; i++) {
      laws(
          random,
          parts(random, r -> none.add(document(r))),
          none,
          UnitizingSums::merge,
          UnitizingSums::encode,
          UnitizingSums::decode);
    }
  }

  @Test
  void seed_104_span_matches_obey_the_laws() {
    Random random = new Random(104);
    for (int i = 0; i < CASES; i++) {
      laws(
          random,
          parts(random, r -> SpanMatchCounts.of(document(r), "p", "q", 0.5)),
          SpanMatchCounts.NONE,
          SpanMatchCounts::merge,
          SpanMatchCounts::encode,
          SpanMatchCounts::decode);
    }
  }

  private static DocumentCounts counts(Random random) {
    DocumentCounts.Builder counts = DocumentCounts.builder(40);
    for (int i = random.nextInt(60); i > 0; i--) {
      counts.add("d" + random.nextInt(4), random.nextInt(40), 1 + random.nextInt(5));
    }
    return counts.build();
  }

  @Test
  void seed_105_document_counts_obey_the_laws() {
    Random random = new Random(105);
    for (int i = 0; i < CASES; i++) {
      laws(
          random,
          parts(random, AccumulatorLawsTest::counts),
          DocumentCounts.builder(40).build(),
          DocumentCounts::merge,
          DocumentCounts::encode,
          DocumentCounts::decode);
    }
  }

  @Test
  void seed_106_any_number_of_threads_gives_the_same_bits() {
    Random random = new Random(106);
    UnitizingSums none = UnitizingSums.empty(LABELS, 3);
    List<PatternTable> tables = new ArrayList<>();
    List<UnitizingSums> sums = new ArrayList<>();
    List<DocumentCounts> counts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      tables.add(patterns(random));
      sums.add(none.add(document(random)));
      counts.add(counts(random));
    }
    threads(tables, PatternTable.empty(LABELS), PatternTable::merge);
    threads(sums, none, UnitizingSums::merge);
    threads(counts, DocumentCounts.builder(40).build(), DocumentCounts::merge);
    PatternTable table = tables.stream().reduce(PatternTable.empty(LABELS), PatternTable::merge);
    Formula alpha = new KrippendorffAlpha(table, Distance.nominal());
    DocumentCounts.Builder documents = DocumentCounts.builder(table.patterns().size());
    for (int p = 0; p < table.patterns().size(); p++) {
      documents.add("d" + p % 12, p, table.counts()[p]);
    }
    DocumentCounts byDocument = documents.build();
    Resampling resampling = new Resampling(300, 5, 0.95);
    Uncertainty alone = new Resampling(300, 5, 0.95).of(documents.build(), alpha);
    assertThat(
            java.util.stream.IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> resampling.of(byDocument, alpha))
                .distinct())
        .containsExactly(alone);
  }

  @Test
  void other_formats_columns_and_nameless_items_are_refused() {
    DocumentCounts counts = counts(new Random(107));
    assertThatThrownBy(() -> PatternTable.decode(counts.encode()))
        .hasMessage("expected testimony-patterns version 1, found testimony-documents version 1");
    assertThatThrownBy(() -> counts.merge(DocumentCounts.builder(3).build()))
        .hasMessage("counts with 40 and 3 columns do not merge");
    PatternTable table = PatternTable.builder(LABELS).item(0, 1).item(0, 0).item(2).build();
    DocumentCounts items = DocumentCounts.ofItems(table, 2);
    assertThat(items.size()).isEqualTo(2);
    assertThat(items.units()).isEmpty();
    assertThat(items.total()).isEqualTo(new long[] {1, 1, 0});
    assertThatThrownBy(items::encode)
        .hasMessage("2 items without a document of their own name cannot be told apart");
    assertThatThrownBy(() -> DocumentCounts.builder(2).add("d", 2, 1))
        .hasMessage("column 2 of 2 columns");
    assertThatThrownBy(() -> UnitizingSums.empty(LABELS, 2).merge(UnitizingSums.empty(LABELS, 3)))
        .hasMessageContaining("do not merge");
    assertThatThrownBy(() -> UnitizingSums.empty(LABELS, 2).add(document(new Random(1))))
        .hasMessageContaining("has 3 annotators, there is room for 2");
    assertThatThrownBy(() -> UnitizingSums.empty(LABELS, 1)).hasMessageContaining("not for 1");
    assertThatThrownBy(
            () -> pairs(new Random(1)).merge(PairTable.builder(LABELS, List.of("x")).build()))
        .hasMessageContaining("do not merge");
    assertThatThrownBy(() -> pairs(new Random(1)).table("p", "p"))
        .hasMessage("a pair needs two annotators, not twice p");
    assertThatThrownBy(() -> pairs(new Random(1)).uses("nobody"))
        .hasMessageContaining("not among the annotators");
    assertThatThrownBy(() -> PairTable.builder(LABELS, PEOPLE).item(0))
        .hasMessage("an item has 1 places for 3 annotators");
  }

  /** Named documents of one item each and nameless items have the same jackknife. */
  @Test
  void seed_108_nameless_items_are_documents_of_their_own() {
    Random random = new Random(108);
    PatternTable.Builder builder = PatternTable.builder(LABELS);
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int own = random.nextInt(3);
      rows.add(new int[] {own, random.nextInt(4) == 0 ? random.nextInt(3) : own});
      builder.item(rows.get(i));
    }
    PatternTable table = builder.build();
    DocumentCounts.Builder named = DocumentCounts.builder(table.patterns().size());
    for (int i = 0; i < rows.size(); i++) {
      named.add("d" + i, table.column(Pattern.of(rows.get(i))), 1);
    }
    Formula alpha = new KrippendorffAlpha(table, Distance.nominal());
    DocumentCounts nameless = DocumentCounts.ofItems(table, 2);
    assertThat(nameless.total()).isEqualTo(named.build().total());
    Interval one = Resampling.jackknife(0.95).of(named.build(), alpha).interval().orElseThrow();
    Interval other = Resampling.jackknife(0.95).of(nameless, alpha).interval().orElseThrow();
    assertThat(other.low()).isCloseTo(one.low(), org.assertj.core.api.Assertions.within(1e-12));
    assertThat(other.replicates()).isEqualTo(60);
    Interval drawn = new Resampling(2000, 3, 0.95).of(nameless, alpha).interval().orElseThrow();
    Interval single =
        new Resampling(2000, 3, 0.95).of(named.build(), alpha).interval().orElseThrow();
    assertThat(drawn.high() - drawn.low())
        .isCloseTo(single.high() - single.low(), org.assertj.core.api.Assertions.within(0.03));
  }

  @Test
  void seed_109_columns_of_codes_give_the_table_of_their_items() {
    Random random = new Random(109);
    for (int round = 0; round < 300; round++) {
      int annotators = 1 + random.nextInt(12);
      int items = random.nextInt(20);
      byte[][] codes = new byte[annotators][items];
      PatternTable.Builder table = PatternTable.builder(LABELS);
      for (int item = 0; item < items; item++) {
        List<Integer> given = new ArrayList<>();
        for (byte[] column : codes) {
          column[item] = (byte) (random.nextInt(4) - 1);
          if (column[item] >= 0) {
            given.add((int) column[item]);
          }
        }
        table.item(given.stream().mapToInt(Integer::intValue).toArray());
      }
      PatternTable ofColumns = PatternTable.ofColumns(LABELS, codes);
      assertThat(ofColumns).isEqualTo(table.build());
    }
    assertThatThrownBy(() -> PatternTable.ofColumns(LABELS, new byte[][] {{0}, {0, 1}}))
        .hasMessage("columns of 1 and 2 labels are not of the same items");
    assertThat(PatternTable.ofColumns(LABELS, new byte[0][]).items()).isZero();
  }

  @Test
  void seed_110_sparse_assignment_finds_the_greatest_gain() {
    Random random = new Random(110);
    for (int round = 0; round < 2000; round++) {
      int left = random.nextInt(6);
      int right = random.nextInt(6);
      long[][] gain = new long[left][right];
      SparseAssignment assignment = new SparseAssignment(left, right);
      for (int i = 0; i < left; i++) {
        for (int j = 0; j < right; j++) {
          gain[i][j] = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(9);
          if (gain[i][j] > 0) {
            assignment.allow(i, j, gain[i][j]);
          }
        }
      }
      int[] partner = assignment.solve();
      long total = 0;
      List<Integer> taken = new ArrayList<>();
      for (int i = 0; i < left; i++) {
        if (partner[i] >= 0) {
          assertThat(gain[i][partner[i]]).isPositive();
          total += gain[i][partner[i]];
          taken.add(partner[i]);
        }
      }
      assertThat(taken).doesNotHaveDuplicates();
      assertThat(total).isEqualTo(greatest(gain, 0, new boolean[right]));
    }
  }

  private static long greatest(long[][] gain, int row, boolean[] taken) {
    if (row == gain.length) {
      return 0;
    }
    long best = greatest(gain, row + 1, taken);
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j] && gain[row][j] > 0) {
        taken[j] = true;
        best = Math.max(best, gain[row][j] + greatest(gain, row + 1, taken));
        taken[j] = false;
      }
    }
    return best;
  }
}
