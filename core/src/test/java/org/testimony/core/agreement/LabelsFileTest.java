package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testimony.core.agreement.LabelMeasures.By;
import org.testimony.core.agreement.LabelsFile.Keeping;
import org.testimony.core.agreement.LabelsFile.Numbers;
import org.testimony.core.agreement.LabelsFile.Room;
import org.testimony.core.table.CsvRefused;

/** Files of labels read while they go by give what they give when they are read at once. */
class LabelsFileTest {

  private static final LabelsCsv FORMAT = format(LabelsCsv.Several.REFUSED);

  @TempDir private Path folder = Path.of("");

  private static LabelsCsv format(LabelsCsv.Several several) {
    return new LabelsCsv("l.csv", Optional.empty(), List.of("silent"), Optional.of("NA"), several);
  }

  /** So little room that everything goes to disk many times. */
  private Room narrow() {
    return new Room(folder, 4096, 64, 1_000_000);
  }

  private Room wide() {
    return Room.ofHalfAGigabyte(folder);
  }

  private LabelsCsv.Content read(LabelsCsv format, String csv, Keeping keeping, Room room)
      throws IOException {
    return new LabelsFile(format, Numbers.ANY, keeping, room)
        .read(() -> new StringReader(csv), rows -> {});
  }

  /** Rows of seeded labels, item by item; some are missing, some stand as NA. */
  private static List<String> rows(int items, int documents, Random random) {
    List<String> rows = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      int truth = random.nextInt(3);
      for (int annotator = 0; annotator < 4; annotator++) {
        if (random.nextInt(10) > 0) {
          int label = random.nextInt(3) > 0 ? truth : random.nextInt(3);
          String given = random.nextInt(20) == 0 ? "NA" : "label" + label;
          String document = documents == 0 ? "" : ",d" + item % documents;
          rows.add("item" + item + ",a" + annotator + "," + given + document);
        }
      }
    }
    return rows;
  }

  private static String csv(List<String> rows) {
    boolean documents = rows.get(0).split(",", -1).length == 4;
    return "item,annotator,label"
        + (documents ? ",document" : "")
        + "\n"
        + String.join("\n", rows)
        + "\n";
  }

  private static String json(LabelData data, Measure measure, Set<By> by) {
    LabelMeasures measures =
        new LabelMeasures(
            Distance.nominal(),
            AgreementWeights.unweighted(data.labels().size()),
            Optional.empty(),
            new Resampling(10, 7, 0.95),
            Optional.empty());
    return AgreementJson.of(measures.measure(data, measure, by)).toString();
  }

  private static List<Measure> measures() {
    return Stream.of(Measure.values())
        .filter(LabelMeasures::measures)
        .filter(measure -> measure != Measure.ALPHA_JACCARD && measure != Measure.ALPHA_MASI)
        .filter(measure -> measure != Measure.CONGER_KAPPA)
        .toList();
  }

  private void isTheSameInAnyOrder(List<String> rows) throws IOException {
    LabelData atOnce = FORMAT.read(new StringReader(csv(rows))).data();
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(5));
    List<LabelData> others =
        List.of(
            read(FORMAT, csv(rows), Keeping.ROWS, wide()).data(),
            read(FORMAT, csv(rows), Keeping.ROWS, narrow()).data(),
            read(FORMAT, csv(shuffled), Keeping.ROWS, wide()).data(),
            read(FORMAT, csv(shuffled), Keeping.ROWS, narrow()).data());
    for (Measure measure : measures()) {
      String expected = json(atOnce, measure, EnumSet.allOf(By.class));
      for (LabelData other : others) {
        assertThat(json(other, measure, EnumSet.allOf(By.class)))
            .as(measure.id())
            .isEqualTo(expected);
      }
    }
    for (LabelData other : others) {
      Coefficient one = conger(other);
      assertThat(one.value().orElseThrow())
          .as("a sum of fractions, so the last digits depend on the order")
          .isCloseTo(conger(atOnce).value().orElseThrow(), within(1e-12));
      assertThat(((Coefficient.Defined) one).standardError().orElseThrow())
          .isCloseTo(
              ((Coefficient.Defined) conger(atOnce)).standardError().orElseThrow(), within(1e-12));
    }
  }

  private static Coefficient conger(LabelData data) {
    return new LabelMeasures(
            Distance.nominal(),
            AgreementWeights.unweighted(data.labels().size()),
            Optional.empty(),
            Resampling.none(),
            Optional.of(0.95))
        .measure(data, Measure.CONGER_KAPPA, Set.of())
        .overall();
  }

  @Test
  void gives_the_same_as_reading_at_once_where_each_item_is_a_document_seed_1() throws IOException {
    isTheSameInAnyOrder(rows(120, 0, new Random(1)));
  }

  @Test
  void gives_the_same_as_reading_at_once_with_documents_seed_2() throws IOException {
    isTheSameInAnyOrder(rows(120, 23, new Random(2)));
  }

  @Test
  void gives_the_same_where_documents_are_too_many_to_be_drawn_one_by_one_seed_3()
      throws IOException {
    List<String> rows = rows(21_500, 0, new Random(3));
    LabelData atOnce = FORMAT.read(new StringReader(csv(rows))).data();
    LabelData patterns = read(FORMAT, csv(rows), Keeping.PATTERNS, wide()).data();
    LabelData byName = read(FORMAT, csv(rows), Keeping.ROWS, narrow()).data();
    assertThat(atOnce.patternsByDocument(atOnce.patterns()).size())
        .isGreaterThan(Resampling.DRAWN_ONE_BY_ONE);
    for (Measure measure : List.of(Measure.KRIPPENDORFF_ALPHA, Measure.FLEISS_KAPPA)) {
      String expected = json(atOnce, measure, Set.of());
      assertThat(json(patterns, measure, Set.of())).isEqualTo(expected);
      assertThat(json(byName, measure, Set.of())).isEqualTo(expected);
    }
    assertThat(json(byName, Measure.HUBERT_KAPPA, Set.of())).contains("\"ci\":{\"level\":0.95");
  }

  @Test
  void the_jackknife_of_very_many_documents_is_that_of_each_left_out() throws IOException {
    List<String> rows = rows(21_500, 0, new Random(4));
    LabelData data = read(FORMAT, csv(rows), Keeping.PATTERNS, wide()).data();
    PatternTable table = data.patterns();
    DocumentCounts counts = data.patternsByDocument(table);
    KrippendorffAlpha alpha = new KrippendorffAlpha(table, Distance.nominal());
    Interval interval = Resampling.jackknife(0.95).of(counts, alpha).interval().orElseThrow();
    long[] total = counts.total();
    double sum = 0;
    double squares = 0;
    for (int pattern = 0; pattern < total.length; pattern++) {
      long[] without = total.clone();
      without[pattern]--;
      double value = total[pattern] == 0 ? 0 : alpha.of(without).value().orElseThrow();
      sum += total[pattern] * value;
      squares += total[pattern] * value * value;
    }
    double n = counts.size();
    double error = Math.sqrt((squares - sum * sum / n) * (n - 1) / n);
    assertThat((interval.high() - interval.low()) / 2)
        .as("Student's t with 21,000 degrees of freedom is 1.9601")
        .isCloseTo(1.9601 * error, within(1e-5));
  }

  @Test
  void patterns_alone_hide_who_gave_which_label() throws IOException {
    LabelData data = read(FORMAT, csv(rows(50, 0, new Random(6))), Keeping.PATTERNS, wide()).data();
    assertThat(data.annotators()).containsExactly("a0", "a1", "a2", "a3", "silent");
    assertThat(data.contributing()).isEqualTo(4);
    assertThatThrownBy(data::pairs).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> data.only(List.of("a0"))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sets_are_the_same_in_any_order_seed_8() throws IOException {
    LabelsCsv format = format(LabelsCsv.Several.SETS);
    Random random = new Random(8);
    List<String> rows = new ArrayList<>();
    for (int item = 0; item < 60; item++) {
      for (int annotator = 0; annotator < 3; annotator++) {
        for (int label = 0; label < 3; label++) {
          if (random.nextBoolean()) {
            rows.add("i" + item + ",a" + annotator + ",l" + label);
          }
        }
      }
    }
    LabelsCsv.Content atOnce = format.read(new StringReader(csv(rows)));
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(9));
    for (String csv : List.of(csv(rows), csv(shuffled))) {
      LabelsCsv.Content content = read(format, csv, Keeping.ROWS, narrow());
      assertThat(content.data().labels()).isEqualTo(atOnce.data().labels());
      assertThat(masi(content)).isEqualTo(masi(atOnce));
    }
  }

  private static Coefficient masi(LabelsCsv.Content content) {
    return new LabelMeasures(
            Distance.nominal(),
            AgreementWeights.unweighted(content.data().labels().size()),
            content.sets(),
            new Resampling(50, 7, 0.95),
            Optional.empty())
        .measure(content.data(), Measure.ALPHA_MASI, Set.of())
        .overall();
  }

  @Test
  void quoted_names_in_any_script_survive_the_disk() throws IOException {
    String csv =
        "item,annotator,label,document\n"
            + "\"a,\"\"1\"\"\",Ülkü,да 🌉,d\n"
            + "ב,Ülkü,нет,e\n"
            + "\"a,\"\"1\"\"\",Bo,да 🌉,d\n"
            + "ב,Bo,нет,e\n";
    LabelsCsv.Content content = read(FORMAT, csv, Keeping.ROWS, narrow());
    assertThat(content.data().labels().names()).containsExactly("да 🌉", "нет");
    assertThat(content.data().byDocument().keySet()).containsExactly("d", "e");
    assertThat(content.data().patterns().itemsWithAtLeast(2)).isEqualTo(2);
  }

  @Test
  void leaves_no_file_behind_whether_it_succeeds_or_fails() throws IOException {
    List<String> rows = rows(500, 0, new Random(10));
    Collections.shuffle(rows, new Random(11));
    read(FORMAT, csv(rows), Keeping.ROWS, narrow());
    assertThat(files()).isEmpty();
    List<String> wrong = new ArrayList<>(rows);
    wrong.add("item3,a0");
    assertThatThrownBy(() -> read(FORMAT, csv(wrong), Keeping.ROWS, narrow()))
        .isInstanceOf(CsvRefused.class);
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private void refuses(String rows, String message) {
    String csv = "item,annotator,label,document\n" + rows;
    assertThatThrownBy(() -> read(FORMAT, csv, Keeping.ROWS, narrow()))
        .isInstanceOf(CsvRefused.class)
        .hasMessage(message);
  }

  @Test
  void what_is_wrong_between_rows_is_found_near_and_far() {
    refuses("1,a,x,d\n1,a,y,d\n", "l.csv, line 3, column label: a has a label on item 1 already");
    refuses(
        "1,a,x,d\n2,a,x,d\n1,a,y,d\n",
        "l.csv, line 4, column label: a has a label on item 1 already");
    refuses(
        "1,a,x,d\n1,b,x,e\n",
        "l.csv, line 3, column document: item 1 is in document d on line 2 and in e here");
    refuses(
        "1,a,x,d\n2,a,x,d\n1,b,x,e\n",
        "l.csv, line 4, column document: item 1 is in document d on line 2 and in e here");
  }

  @Test
  void of_several_faults_the_first_in_the_file_is_told() {
    StringBuilder rows = new StringBuilder();
    for (int item = 0; item < 100; item++) {
      rows.append(item).append(",a,x,d\n");
    }
    for (int item = 99; item >= 0; item--) {
      rows.append(item).append(",a,y,d\n");
    }
    refuses(rows.toString(), "l.csv, line 102, column label: a has a label on item 99 already");
  }

  @Test
  void labels_must_be_numbers_where_the_scale_needs_them() {
    String csv = "item,annotator,label\n1,a,2\n1,b,NA\n2,a,-1\n2,b,x\n";
    for (Numbers numbers : List.of(Numbers.ORDERED, Numbers.FINITE)) {
      assertThatThrownBy(
              () ->
                  new LabelsFile(FORMAT, numbers, Keeping.PATTERNS, wide())
                      .read(() -> new StringReader(csv), rows -> {}))
          .hasMessageStartingWith("l.csv, line 5, column label: expected a number")
          .hasMessageEndingWith("found \"x\"");
    }
    assertThatThrownBy(
            () ->
                new LabelsFile(FORMAT, Numbers.FROM_ZERO, Keeping.PATTERNS, wide())
                    .read(() -> new StringReader(csv), rows -> {}))
        .hasMessage("l.csv, line 4, column label: expected a number from 0, found \"-1\"");
  }

  @Test
  void refuses_more_different_items_than_there_is_room_for() {
    String csv = csv(rows(400, 0, new Random(12)));
    assertThatThrownBy(() -> read(FORMAT, csv, Keeping.ROWS, new Room(folder, 4096, 64, 20)))
        .isInstanceOfSatisfying(TooManyPatterns.class, e -> assertThat(e.most()).isEqualTo(20));
  }

  @Test
  void a_file_that_is_grouped_is_read_once_and_another_twice() throws IOException {
    List<String> rows = rows(300, 0, new Random(13));
    assertThat(openings(csv(rows))).isEqualTo(1);
    Collections.shuffle(rows, new Random(14));
    assertThat(openings(csv(rows))).isEqualTo(2);
  }

  private int openings(String csv) throws IOException {
    AtomicInteger openings = new AtomicInteger();
    new LabelsFile(FORMAT, Numbers.ANY, Keeping.PATTERNS, narrow())
        .read(
            () -> {
              openings.incrementAndGet();
              return new StringReader(csv);
            },
            rows -> {});
    return openings.get();
  }

  @Test
  void a_repetition_is_found_wherever_it_is_seed_15() throws IOException {
    for (int most : List.of(16, 1024, 100_000)) {
      try (SeenOnce numbers = new SeenOnce(folder, most)) {
        Random random = new Random(15);
        for (int i = 0; i < 5000; i++) {
          numbers.add(random.nextLong());
        }
        assertThat(numbers.allOnce()).isTrue();
      }
      try (SeenOnce numbers = new SeenOnce(folder, most)) {
        Random random = new Random(15);
        boolean once = numbers.add(new Random(15).nextLong());
        for (int i = 0; i < 5000 && once; i++) {
          once = numbers.add(random.nextLong());
        }
        assertThat(once && numbers.allOnce()).as("room for %d", most).isFalse();
      }
    }
  }
}
