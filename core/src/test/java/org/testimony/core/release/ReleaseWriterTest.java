package org.testimony.core.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Quote;

class ReleaseWriterTest {

  @Test
  void the_files_are_the_golden_ones() {
    Map<String, byte[]> files =
        Releases.write(new Samples().small(), CsvMode.SPREADSHEET, Format.values());
    List<String> golden =
        new String(Samples.bytes("/golden/release/files.txt"), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(List.copyOf(files.keySet())).isEqualTo(golden);
    Map<String, byte[]> expected = new LinkedHashMap<>();
    golden.forEach(path -> expected.put(path, Samples.bytes("/golden/release/" + path)));
    for (String path : golden) {
      assertThat(Releases.text(files, path)).as(path).isEqualTo(Releases.text(expected, path));
    }
  }

  @Test
  void a_quote_that_does_not_fit_stops_the_export_before_any_file_and_names_the_span() {
    Corpus corpus = withWords(words -> new Quote(List.of("other"), words.prefix(), words.suffix()));
    List<ReleaseFile> written = new ArrayList<>();
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                ReleaseWriter.write(
                    corpus, Releases.options(CsvMode.EXACT, Format.JSONL), written::add))
        .withMessageContaining("P01-A0002-R1-s1")
        .withMessageContaining("its quote is [other]");
    assertThat(written).isEmpty();
  }

  @Test
  void context_that_does_not_fit_stops_the_export_too() {
    Corpus corpus = withWords(words -> new Quote(words.exact(), "before", words.suffix()));
    assertThat(SpanCheck.faults(corpus))
        .singleElement()
        .asString()
        .startsWith("P01-A0002-R1-s1: the words around span [0, 6)");
  }

  /** The small corpus with other words stored beside one speaker. */
  private static Corpus withWords(UnaryOperator<Quote> change) {
    Corpus corpus = new Samples().small();
    List<Corpus.Assignment> assignments = new ArrayList<>(corpus.assignments());
    Corpus.Assignment open = assignments.get(1);
    List<ReleasedSet.Annotation> annotations = new ArrayList<>(open.set().annotations());
    ReleasedSet.Annotation old = annotations.get(0);
    annotations.set(
        0,
        new ReleasedSet.Annotation(
            old.name(),
            old.layer(),
            old.span(),
            change.apply(old.words()),
            old.features(),
            old.note(),
            old.discuss(),
            old.origin(),
            old.codebook()));
    ReleasedSet set =
        new ReleasedSet(
            open.set().name(),
            annotations,
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty(),
            false);
    assignments.set(
        1,
        new Corpus.Assignment(
            open.person(),
            open.article(),
            open.round(),
            open.phase(),
            open.repeat(),
            open.position(),
            open.state(),
            open.note(),
            set,
            open.firstSubmission()));
    return new Corpus(
        corpus.key(),
        corpus.name(),
        corpus.codebooks(),
        corpus.articles(),
        corpus.people(),
        corpus.rounds(),
        assignments);
  }

  @Test
  void spreadsheets_get_no_cell_that_they_would_run() {
    Corpus corpus = new Samples().hostile();
    Map<String, byte[]> exact = Releases.write(corpus, CsvMode.EXACT, Format.CSV);
    Map<String, byte[]> guarded = Releases.write(corpus, CsvMode.SPREADSHEET, Format.CSV);
    int different = 0;
    for (String path : exact.keySet()) {
      if (path.equals(Manifest.PATH)) {
        continue;
      }
      String content = Releases.text(guarded, path);
      assertThat(content).startsWith("\uFEFF");
      List<List<String>> safe = CsvReadBack.parse(content.substring(1));
      List<List<String>> plain = CsvReadBack.parse(Releases.text(exact, path));
      assertThat(safe).hasSameSizeAs(plain);
      for (int row = 0; row < safe.size(); row++) {
        for (int column = 0; column < safe.get(row).size(); column++) {
          String cell = safe.get(row).get(column);
          assertThat(cell).doesNotContainPattern("^[=+\\-@\t\r\n＝＋－＠]");
          String unguarded = cell.startsWith("'") ? cell.substring(1) : cell;
          assertThat(unguarded).isEqualTo(plain.get(row).get(column));
          different += cell.equals(unguarded) ? 0 : 1;
        }
      }
    }
    assertThat(different).isEqualTo(guardedInManifest(corpus)).isGreaterThan(20);
  }

  private static int guardedInManifest(Corpus corpus) {
    Manifest manifest =
        ReleaseWriter.write(corpus, Releases.options(CsvMode.SPREADSHEET, Format.CSV), file -> {});
    return manifest.formats().get(0).losses().stream()
        .filter(loss -> loss.kind() == Loss.Kind.CELLS_GUARDED)
        .mapToInt(Loss::count)
        .sum();
  }

  @Test
  void a_reader_finds_what_a_writer_gets_wrong() {
    Corpus corpus = new Samples().small();
    assertThat(spoilt(new JsonlReadBack(corpus), Format.JSONL, "[[28,41]]", "[[29,41]]"))
        .contains("P01-A0001-R1-s1");
    assertThat(spoilt(new CsvReadBack(corpus, CsvMode.EXACT), Format.CSV, ",28,41,", ",29,41,"))
        .contains("P01-A0001-R1-s1");
    assertThat(spoilt(new BratReadBack(corpus), Format.BRAT, "Speaker 28 41", "Speaker 29 41"))
        .contains("P01-A0001-R1-s1");
    assertThat(spoilt(new BratReadBack(corpus), Format.BRAT, "🇺🇸", "US"))
        .contains("P01-A0002-R1-s1");
    assertThat(spoilt(new JsonlReadBack(corpus), Format.JSONL, "🇺🇸 said", "US said"))
        .contains("P01-A0002-R1");
  }

  /** What a reader says of files in which some words are others. */
  private static String spoilt(ReadBack reader, Format format, String from, String to) {
    Releases.write(new Samples().small(), CsvMode.EXACT, format)
        .forEach(
            (path, bytes) -> {
              String text = new String(bytes, StandardCharsets.UTF_8);
              reader.take(ReleaseFile.text(path, text.replace(from, to)));
            });
    reader.finish();
    assertThat(reader.differences()).isNotEmpty();
    return String.join("\n", reader.differences());
  }

  @Test
  void brat_gets_no_line_break_inside_a_line() {
    Map<String, byte[]> files = Releases.write(new Samples().hostile(), CsvMode.EXACT, Format.BRAT);
    int spans = 0;
    for (String path : files.keySet()) {
      if (!path.endsWith(".ann")) {
        continue;
      }
      String text = Releases.text(files, path.replace(".ann", ".txt"));
      assertThat(text).doesNotContain("\r");
      for (String line : Releases.text(files, path).split("\n", -1)) {
        assertThat(line).doesNotContainPattern("[\r\u000B\f\u001C-\u001E\u0085\u2028\u2029]");
        spans += line.startsWith("T") ? 1 : 0;
      }
    }
    assertThat(spans).isGreaterThan(50);
  }
}
