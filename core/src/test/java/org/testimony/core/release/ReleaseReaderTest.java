package org.testimony.core.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseReaderTest {

  @TempDir Path folder;

  private static Map<String, byte[]> release() {
    return Releases.write(new Samples().small(), CsvMode.EXACT, Format.values());
  }

  private static Unreadable refused(Map<String, byte[]> files) {
    Unreadable refused = catchThrowableOfType(Unreadable.class, () -> Releases.read(files));
    assertThat(refused).as("was read").isNotNull();
    return refused;
  }

  @Test
  void a_flipped_byte_in_any_file_is_found_and_the_file_is_named_seed_20261121() {
    Random random = new Random(20261121);
    for (String path : release().keySet()) {
      if (path.equals(Manifest.PATH)) {
        continue;
      }
      for (int i = 0; i < 3; i++) {
        Map<String, byte[]> files = release();
        byte[] bytes = files.get(path);
        if (bytes.length == 0) {
          continue;
        }
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Unreadable refused = refused(files);
        assertThat(refused.place()).isEqualTo(path);
        assertThat(refused.detail()).contains("it was changed");
      }
    }
  }

  @Test
  void a_byte_more_or_less_is_found() {
    Map<String, byte[]> shorter = release();
    byte[] people = shorter.get("people.jsonl");
    shorter.put("people.jsonl", Arrays.copyOf(people, people.length - 1));
    assertThat(refused(shorter).detail()).contains("bytes, the manifest says");
    Map<String, byte[]> longer = release();
    longer.put("people.jsonl", Arrays.copyOf(people, people.length + 1));
    assertThat(refused(longer).detail()).contains("more than the");
  }

  @Test
  void a_missing_file_and_a_file_too_many_are_named() {
    Map<String, byte[]> missing = release();
    missing.remove("judgements.csv");
    assertThat(refused(missing).place()).isEqualTo("judgements.csv");
    Map<String, byte[]> more = release();
    more.put("../../etc/passwd", new byte[] {1});
    assertThat(refused(more).place()).isEqualTo("../../etc/passwd");
    Map<String, byte[]> none = release();
    none.remove(Manifest.PATH);
    assertThat(refused(none).place()).isEqualTo(Manifest.PATH);
  }

  @Test
  void a_release_without_the_own_format_says_what_is_missing() {
    Map<String, byte[]> files = Releases.write(new Samples().small(), CsvMode.EXACT, Format.CSV);
    assertThat(refused(files).place()).isEqualTo("project.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "annotations.jsonl;[[0,27],[48,60]];[[0,27],[49,60]];annotations.jsonl;P01-A0001-R1-c1",
        "annotations.jsonl;[[0,27],[48,60]];[[0,27],[20,60]];annotations.jsonl:1#/spans/0/span;"
            + "overlap",
        "annotations.jsonl;[[0,27],[48,60]];[[0,27],[60,48]];annotations.jsonl:1#/spans/0/span/1;"
            + "ends before it starts",
        "annotations.jsonl;[[0,27],[48,60]];[[0,27],[48,999]];annotations.jsonl;leaves a text",
        "annotations.jsonl;[[0,27],[48,60]];[[0,27.5],[48,60]];annotations.jsonl:1#/spans/0/span/0/1;"
            + "whole number",
        "annotations.jsonl;\"prefix\":\"\";\"prefix\":\"x\";annotations.jsonl;words around",
        "annotations.jsonl;\"layer\":\"Speaker\";\"layer\":\"Spokesman\";``;layer Spokesman",
        "annotations.jsonl;\"hedged\":true;\"sure\":true;``;feature sure",
        "annotations.jsonl;\"target\":\"T2\";\"target\":\"T9\";``;target T9",
        "annotations.jsonl;\"to\":\"P01-A0001-R1-s1\";\"to\":\"P01-A0001-R1-s9\";"
            + "annotations.jsonl:1;which is not there",
        "annotations.jsonl;\"origin\":\"MANUAL\";\"origin\":\"GUESS\";"
            + "annotations.jsonl:1#/spans/0/origin;one of",
        "annotations.jsonl;\"judgements\":;\"verdicts\":;annotations.jsonl:1#/verdicts;unknown",
        "annotations.jsonl;\"set\":\"P01-A0002-R1\";\"set\":\"P02-A0002-R1\";"
            + "annotations.jsonl:2;no name in set",
        "articles.jsonl;Critics;Kritics;articles.jsonl:1#/sha256;SHA-256 of the text",
        "articles.jsonl;Critics;Critics!;articles.jsonl:1#/length;characters",
        "articles.jsonl;2026-03-01;2026-13-01;articles.jsonl:1#/published;a day",
        "articles.jsonl;https://;javascript://;articles.jsonl:1;http",
        "articles.jsonl;A0002;A0003;``;A0002 is expected",
        "people.jsonl;P02;X02;people.jsonl:2;P01",
        "people.jsonl;OWNER;KING;people.jsonl:1#/roles;no role",
        "people.jsonl;\"P02\";\"P03\";``;P02",
        "assignments.jsonl;\"repeat\":0;\"repeat\":-1;assignments.jsonl:1;repeat",
        "assignments.jsonl;SUBMITTED;DONE;assignments.jsonl:1#/state;one of",
        "assignments.jsonl;\"state\":\"OPEN\";\"state\":\"LOCKED\";assignments.jsonl:2;"
            + "no first submission",
        "project.json;harbour-2026;Harbour 2026;``;no key",
        "project.json;\"formatVersion\" : 1;\"formatVersion\" : 2;project.json#/formatVersion;newer",
        "project.json;\"1.1.0\" ];\"1.2.0\" ];codebook.json#/version;1.2.0",
        "codebook.json;\"Claim\";\"Cla im\";codebook.json#/layers/0/id;letters"
      })
  void a_forged_document_is_refused_at_its_place(
      String path, String from, String to, String place, String detail) {
    Map<String, byte[]> files = release();
    Releases.forge(files, path, from, to);
    Unreadable refused = refused(files);
    assertThat(refused.detail()).contains(detail);
    assertThat(refused.place()).isEqualTo(place);
  }

  @Test
  void a_line_without_end_and_bytes_that_are_no_text_are_refused() {
    Map<String, byte[]> files = release();
    Releases.forge(files, "people.jsonl", "[\"ANNOTATOR\"]}\n", "[\"ANNOTATOR\"]}");
    assertThat(refused(files).detail()).contains("no end");
  }

  @Test
  void a_zip_is_read_as_it_was_written() throws Exception {
    Path zip = folder.resolve("release.zip");
    Files.write(zip, Zips.zip(new Samples().hostile()));
    try (ZipArchive archive = new ZipArchive(zip)) {
      assertThat(ReleaseReader.read(archive, ReleaseReader.Limits.USUAL))
          .isEqualTo(new Samples().hostile());
    }
  }

  @Test
  void a_zip_that_unpacks_to_much_more_than_it_says_is_left_early() throws Exception {
    Path zip = folder.resolve("bomb.zip");
    String manifest =
        """
        {"format":"testimony-release","formatVersion":1,"product":"Testimony",
         "productVersion":"1","project":"p","codebook":"1.0.0","formats":[],
         "files":[{"path":"a","bytes":10,"sha256":"%s"}]}
        """
            .formatted("0".repeat(64));
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("manifest.json"));
      out.write(manifest.getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("a"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 50; i++) {
        out.write(zeros);
      }
    }
    try (ZipArchive archive = new ZipArchive(zip)) {
      assertThatExceptionOfType(Unreadable.class)
          .isThrownBy(() -> ReleaseReader.read(archive, ReleaseReader.Limits.USUAL))
          .withMessageContaining("more than the 10 bytes");
    }
  }

  @Test
  void limits_hold_for_files_and_bytes() {
    Map<String, byte[]> files = release();
    Archive archive = Releases.archive(files);
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(
            () -> ReleaseReader.read(archive, new ReleaseReader.Limits(3, 1 << 20, 1 << 20)))
        .withMessageContaining("at most 3");
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> ReleaseReader.read(archive, new ReleaseReader.Limits(100, 10, 1 << 20)))
        .withMessageContaining("larger");
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(
            () -> ReleaseReader.read(archive, new ReleaseReader.Limits(100, 1 << 20, 2_000)))
        .withMessageContaining("larger");
  }

  @Test
  void what_is_no_zip_is_refused() throws IOException {
    Path file = folder.resolve("none.zip");
    ByteArrayOutputStream noise = new ByteArrayOutputStream();
    noise.write(new byte[] {1, 2, 3});
    Files.write(file, noise.toByteArray());
    assertThatExceptionOfType(ZipException.class).isThrownBy(() -> new ZipArchive(file));
  }
}
