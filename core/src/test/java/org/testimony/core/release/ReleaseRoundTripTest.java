package org.testimony.core.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.text.Hash;

class ReleaseRoundTripTest {

  private static final Format[] ALL = Format.values();

  @Test
  void what_was_written_is_what_is_read() throws Unreadable {
    for (Corpus corpus : new Corpus[] {new Samples().small(), new Samples().hostile()}) {
      assertThat(Releases.read(Releases.write(corpus, CsvMode.EXACT, Format.JSONL)))
          .isEqualTo(corpus);
    }
  }

  @Test
  void the_hostile_corpus_has_every_state_and_a_changed_submission() {
    Corpus corpus = new Samples().hostile();
    assertThat(corpus.assignments())
        .extracting(Corpus.Assignment::state)
        .contains(AssignmentState.values());
    assertThat(corpus.assignments()).anyMatch(Corpus.Assignment::changedSinceSubmission);
    assertThat(corpus.assignments()).anyMatch(a -> a.name().endsWith("-R2-x2"));
  }

  @Test
  void every_format_is_read_back_and_says_how_many_spans() {
    Corpus corpus = new Samples().hostile();
    int current = corpus.assignments().stream().mapToInt(a -> a.set().annotations().size()).sum();
    int all = corpus.labelled().stream().mapToInt(l -> l.set().annotations().size()).sum();
    Manifest manifest =
        ReleaseWriter.write(corpus, Releases.options(CsvMode.EXACT, ALL), file -> {});
    Map<Format, Integer> spans =
        manifest.formats().stream()
            .collect(Collectors.toMap(Manifest.Written::format, Manifest.Written::spans));
    assertThat(spans).containsEntry(Format.JSONL, all).containsEntry(Format.CSV, current);
    int lost =
        manifest.formats().get(2).losses().stream()
            .filter(loss -> loss.kind() == Loss.Kind.SPANS_OF_LINE_BREAKS_LEFT_OUT)
            .mapToInt(Loss::count)
            .sum();
    assertThat(lost).isPositive();
    assertThat(spans.get(Format.BRAT)).isEqualTo(current - lost);
  }

  @ParameterizedTest
  @CsvSource({"ar-SA-u-nu-arab, Asia/Kathmandu", "tr-TR, Pacific/Apia", "th-TH-u-ca-buddhist, UTC"})
  void bytes_depend_on_no_locale_and_no_time_zone(String locale, String zone) {
    Map<String, Hash> here = hashes();
    Locale ownLocale = Locale.getDefault();
    TimeZone ownZone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      assertThat(hashes()).isEqualTo(here);
    } finally {
      Locale.setDefault(ownLocale);
      TimeZone.setDefault(ownZone);
    }
  }

  private static Map<String, Hash> hashes() {
    Map<String, Hash> hashes = new TreeMap<>();
    Releases.write(new Samples().hostile(), CsvMode.SPREADSHEET, ALL)
        .forEach((path, bytes) -> hashes.put(path, Hash.of(bytes)));
    hashes.put("zip", Hash.of(Zips.zip(new Samples().hostile())));
    return hashes;
  }

  @Test
  void no_id_and_no_time_of_the_database_is_in_it() {
    String uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    Map<String, byte[]> files = Releases.write(new Samples().hostile(), CsvMode.EXACT, ALL);
    Set<String> paths = files.keySet();
    assertThat(paths).hasSizeGreaterThan(20);
    for (String path : paths) {
      assertThat(Releases.text(files, path)).doesNotContainPattern(uuid);
    }
  }
}
