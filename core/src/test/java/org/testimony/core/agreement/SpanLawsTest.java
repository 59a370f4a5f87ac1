package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Span;

/** What must hold for any spans, on seeded random data. */
class SpanLawsTest {

  private static final List<String> THREE = List.of("p", "q", "r");
  private static final Labels LABELS = Labels.of("x", "y");

  /** Spans of three annotators that do not overlap within one of them. */
  private static SpanDocument document(Random random, String id) {
    int length = 40 + random.nextInt(40);
    List<SpanDocument.Labelled> spans = new ArrayList<>();
    for (String annotator : THREE) {
      int at = random.nextInt(10);
      while (at < length - 1) {
        int end = Math.min(length, at + 1 + random.nextInt(12));
        String label = random.nextBoolean() ? "x" : "y";
        spans.add(
            new SpanDocument.Labelled(annotator, "s" + spans.size(), Span.of(at, end), label));
        at = end + (random.nextInt(3) == 0 ? 0 : random.nextInt(15));
      }
    }
    return new SpanDocument(id, id, length, THREE, spans);
  }

  /** Per annotator and character, number of the unit there, or -1. */
  private static int[][] unitAt(SpanDocument document) {
    int[][] unit = new int[THREE.size()][document.length()];
    for (int a = 0; a < THREE.size(); a++) {
      java.util.Arrays.fill(unit[a], -1);
      List<SpanDocument.Labelled> own = document.spansOf(THREE.get(a));
      for (int u = 0; u < own.size(); u++) {
        for (int c = own.get(u).span().begin(); c < own.get(u).span().end(); c++) {
          unit[a][c] = u;
        }
      }
    }
    return unit;
  }

  /** u-alpha character by character: every pair of characters of all annotators looked at. */
  private static double uAlphaByCharacters(SpanDocument document) {
    int[][] unit = unitAt(document);
    String[][] label = new String[THREE.size()][document.length()];
    for (int a = 0; a < THREE.size(); a++) {
      for (int c = 0; c < document.length(); c++) {
        int u = unit[a][c];
        label[a][c] = u < 0 ? "" : document.spansOf(THREE.get(a)).get(u).label();
      }
    }
    double observed = 0;
    double chance = 0;
    double pairs = 0;
    for (int a = 0; a < THREE.size(); a++) {
      for (int c = 0; c < document.length(); c++) {
        for (int b = 0; b < THREE.size(); b++) {
          observed += a != b && !label[a][c].equals(label[b][c]) ? 0.5 : 0;
          for (int d = 0; d < document.length(); d++) {
            boolean itself = a == b && (unit[a][c] < 0 ? c == d : unit[a][c] == unit[b][d]);
            pairs += itself ? 0 : 1;
            chance += label[a][c].equals(label[b][d]) ? 0 : 1;
          }
        }
      }
    }
    return 1 - observed / (THREE.size() * document.length()) / (chance / pairs);
  }

  @Test
  void seed_21_u_alpha_is_what_counting_characters_gives() {
    Random random = new Random(21);
    for (int round = 0; round < 20; round++) {
      SpanDocument document = document(random, "d");
      UnitizingSums sums = UnitizingSums.empty(LABELS, 3).add(document);
      assertThat(UnitizingAlpha.u(sums).of(sums.counts()).value().orElseThrow())
          .isCloseTo(uAlphaByCharacters(document), within(1e-12));
      SpanDocument unlabelled = document.unlabelled("x");
      UnitizingSums union = UnitizingSums.empty(Labels.of("x"), 3).addUnion(document);
      assertThat(UnitizingAlpha.u(union).of(union.counts()).value().orElseThrow())
          .isCloseTo(uAlphaByCharacters(unlabelled), within(1e-12));
    }
  }

  @Test
  void seed_22_sums_merge_in_any_order_and_survive_their_bytes() {
    Random random = new Random(22);
    UnitizingSums none = UnitizingSums.empty(LABELS, 4);
    UnitizingSums a = none.add(document(random, "a"));
    UnitizingSums b = none.add(document(random, "b"));
    UnitizingSums c = none.add(document(random, "c"));
    assertThat(a.merge(b).merge(c)).isEqualTo(c.merge(a.merge(b)));
    assertThat(a.merge(none)).isEqualTo(a);
    assertThat(UnitizingSums.decode(a.encode())).isEqualTo(a);
    SpanMatchCounts counts = SpanMatchCounts.of(document(random, "d"), "p", "q", 0.5);
    assertThat(SpanMatchCounts.decode(counts.encode())).isEqualTo(counts);
    assertThat(counts.merge(SpanMatchCounts.NONE)).isEqualTo(counts);
  }

  @Test
  void seed_23_f1_is_the_same_whoever_is_the_reference() {
    Random random = new Random(23);
    for (int round = 0; round < 50; round++) {
      SpanDocument document = document(random, "d");
      SpanMatchCounts there = SpanMatchCounts.of(document, "p", "q", 0.5);
      SpanMatchCounts back = SpanMatchCounts.of(document, "q", "p", 0.5);
      assertThat(back.overlap()).isEqualTo(there.overlap());
      assertThat(back.exact()).isEqualTo(there.exact());
      assertThat(back.shared()).isEqualTo(there.shared());
      assertThat(there.exact()).isLessThanOrEqualTo(there.overlap());
      SpanMatchCounts self = SpanMatchCounts.of(document, "p", "p", 0.5);
      assertThat(self.exact()).isEqualTo(self.spansLeft()).isEqualTo(self.overlap());
    }
  }

  @Test
  void seed_24_a_corpus_is_not_the_mean_of_its_documents_but_their_sum() {
    Random random = new Random(24);
    SpanDocument a = document(random, "a");
    SpanDocument b = document(random, "b");
    SpanAgreement both = new SpanAgreement(List.of(a, b), 0.5, Resampling.none());
    SpanMatchCounts sum = SpanMatchCounts.NONE;
    for (SpanDocument document : List.of(a, b)) {
      for (List<String> pair : SpanMatchCounts.pairs(THREE)) {
        sum = sum.merge(SpanMatchCounts.of(document, pair.get(0), pair.get(1), 0.5));
      }
    }
    assertThat(both.f1(Measure.F1_OVERLAP).value()).hasValue(2.0 * sum.overlap() / sum.spans());
  }
}
