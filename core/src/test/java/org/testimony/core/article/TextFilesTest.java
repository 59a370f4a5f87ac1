package org.testimony.core.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testimony.core.article.TextFiles.Limits;

class TextFilesTest {

  private static final Limits SMALL = new Limits(1_000, 5, 100);

  @TempDir Path folder;

  /** What came out, as {@code name=text} or {@code name!REASON}. */
  private static final class Found implements TextFiles.Receiver {

    final List<String> files = new ArrayList<>();

    @Override
    public void text(String name, byte[] bytes) {
      files.add(name + "=" + new String(bytes, UTF_8));
    }

    @Override
    public void refused(String name, TextFiles.Reason reason) {
      files.add(name + "!" + reason);
    }
  }

  private interface Packing {
    void into(ZipOutputStream zip) throws IOException;
  }

  private Path zip(Charset names, Packing packing) throws IOException {
    Path file = Files.createTempFile(folder, "a", ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), names)) {
      packing.into(zip);
    }
    return file;
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    put(zip, name, text.getBytes(UTF_8));
  }

  private List<String> read(Path archive, Limits limits) throws IOException {
    Found found = new Found();
    TextFiles.archive("a.zip", archive, limits, found);
    return found.files;
  }

  @Test
  void reads_folders_in_the_order_of_the_archive() throws IOException {
    Path archive =
        zip(
            UTF_8,
            zip -> {
              put(zip, "ledger/0412.txt", "one");
              put(zip, "ane/März/Україна.TXT", "two");
              put(zip, "ledger\\0413.txt", "three");
            });
    assertThat(read(archive, SMALL))
        .containsExactly(
            "ledger/0412.txt=one", "ane/März/Україна.TXT=two", "ledger\\0413.txt=three");
  }

  @Test
  void passes_over_folders_hidden_files_and_what_macos_adds() throws IOException {
    Path archive =
        zip(
            UTF_8,
            zip -> {
              zip.putNextEntry(new ZipEntry("texts/"));
              put(zip, "__MACOSX/texts/._a.txt", "junk");
              put(zip, "texts/.DS_Store", "junk");
              put(zip, ".git/config.txt", "junk");
              put(zip, "texts/a.txt", "kept");
            });
    assertThat(read(archive, SMALL)).containsExactly("texts/a.txt=kept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.txt",
        "texts/../../a.txt",
        "..\\a.txt",
        "/etc/a.txt",
        "\\\\host\\a.txt",
        "C:\\a.txt",
        "texts/./../a.txt"
      })
  void refuses_a_name_that_leaves_the_archive(String name) throws IOException {
    Path archive =
        zip(
            UTF_8,
            zip -> {
              put(zip, name, "slip");
              put(zip, "b.txt", "kept");
            });
    assertThat(read(archive, SMALL)).containsExactly(name + "!UNSAFE_PATH", "b.txt=kept");
  }

  @Test
  void dots_inside_a_name_leave_nothing() throws IOException {
    Path archive =
        zip(
            UTF_8,
            zip -> {
              put(zip, "a..b/10:30 ...news.txt", "kept");
              put(zip, "./a.txt", "kept");
            });
    assertThat(read(archive, SMALL)).containsExactly("a..b/10:30 ...news.txt=kept", "./a.txt=kept");
  }

  @Test
  void refuses_what_is_no_text_file_and_keeps_the_rest() throws IOException {
    Path archive =
        zip(
            UTF_8,
            zip -> {
              put(zip, "a.html", "<p>");
              put(zip, "inner.zip", "PK");
              put(zip, "txt", "no ending");
              put(zip, "a.txt", "kept");
            });
    assertThat(read(archive, SMALL))
        .containsExactly("a.html!NOT_TXT", "inner.zip!NOT_TXT", "txt!NOT_TXT", "a.txt=kept");
  }

  /** Names in code page 437 without the mark for UTF-8, as old packers write them. */
  @Test
  void refuses_a_name_that_is_not_utf8_and_keeps_the_rest() throws IOException {
    Path archive =
        zip(
            Charset.forName("IBM437"),
            zip -> {
              put(zip, "März.txt", "refused");
              put(zip, "April.txt", "kept");
            });
    assertThat(read(archive, SMALL))
        .containsExactly("M\uFFFDrz.txt!NAME_NOT_UTF8", "April.txt=kept");
  }

  @Test
  void shows_no_control_or_direction_mark_of_a_name() throws IOException {
    Path archive = zip(UTF_8, zip -> put(zip, "a\u0007\u202Etxt.b.txt", "kept"));
    assertThat(read(archive, SMALL)).containsExactly("a\uFFFD\uFFFDtxt.b.txt=kept");
  }

  @Test
  void two_entries_of_one_name_are_two_files() throws IOException {
    Path archive =
        zip(
            UTF_8,
            zip -> {
              put(zip, "a.txt", "first");
              put(zip, "b.txt", "second");
            });
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, replaced(bytes, "b.txt", "a.txt"));
    assertThat(read(archive, SMALL)).containsExactly("a.txt=first", "a.txt=second");
  }

  @Test
  void refuses_a_text_that_is_too_large() throws IOException {
    byte[] noise = new byte[1_001];
    new Random(20260314).nextBytes(noise);
    Path archive =
        zip(
            UTF_8,
            zip -> {
              put(zip, "a.txt", noise);
              put(zip, "b.txt", Arrays.copyOf(noise, 1_000));
            });
    List<String> found = read(archive, SMALL);
    assertThat(found).hasSize(2);
    assertThat(found.get(0)).isEqualTo("a.txt!TOO_LARGE");
    assertThat(found.get(1)).startsWith("b.txt=");
  }

  /** A megabyte of one letter packs to about a thousandth. */
  @Test
  void refuses_a_bomb_and_keeps_the_rest() throws IOException {
    Path archive =
        zip(
            UTF_8,
            zip -> {
              put(zip, "bomb.txt", "a".repeat(1 << 20));
              put(zip, "b.txt", "kept");
            });
    assertThat(read(archive, Limits.STANDARD)).containsExactly("bomb.txt!TOO_DENSE", "b.txt=kept");
  }

  /** The sizes that the archive declares say ten bytes; the packed bytes hold a megabyte. */
  @Test
  void a_bomb_that_lies_about_its_size_is_not_unpacked() throws IOException {
    byte[] letters = "a".repeat(1 << 20).getBytes(UTF_8);
    Path archive = zip(UTF_8, zip -> put(zip, "bomb.txt", letters));
    byte[] bytes = Files.readAllBytes(archive);
    int directory = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
    bytes[directory + 24] = 10;
    bytes[directory + 25] = 0;
    bytes[directory + 26] = 0;
    Files.write(archive, bytes);
    assertThat(read(archive, Limits.STANDARD)).containsExactly("bomb.txt!DAMAGED");
  }

  /** Twenty entries share the packed bytes of one: 16,000 bytes out of about 1,800. */
  @Test
  void stops_where_all_entries_together_are_too_dense() throws IOException {
    StringBuilder letters = new StringBuilder();
    new Random(20260315).ints(800, 'a', 'z').forEach(letters::appendCodePoint);
    Path archive =
        zip(
            UTF_8,
            zip -> {
              put(zip, "0.txt", letters.toString());
              put(zip, "1.txt", letters + "1");
            });
    Limits fiveTimes = new Limits(1_000, 20, 5);
    assertThat(read(archive, fiveTimes)).hasSize(2).noneMatch(f -> f.contains("!"));
    assertThat(read(overlapping(archive), fiveTimes))
        .hasSizeBetween(5, 15)
        .last()
        .isEqualTo("a.zip!ARCHIVE_TOO_DENSE");
  }

  /** The archive's first entry named twenty times in its directory. */
  private Path overlapping(Path archive) throws IOException {
    byte[] bytes = Files.readAllBytes(archive);
    int directory = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
    int entryLength = 46 + "0.txt".length();
    byte[] entry = Arrays.copyOfRange(bytes, directory, directory + entryLength);
    int firstLength =
        indexOf(Arrays.copyOfRange(bytes, 4, bytes.length), new byte[] {'P', 'K', 3, 4}) + 4;
    byte[] out = Arrays.copyOf(bytes, firstLength + 20 * entryLength + 22);
    for (int i = 0; i < 20; i++) {
      System.arraycopy(entry, 0, out, firstLength + i * entryLength, entryLength);
    }
    byte[] end = {'P', 'K', 5, 6, 0, 0, 0, 0, 20, 0, 20, 0};
    int at = firstLength + 20 * entryLength;
    System.arraycopy(end, 0, out, at, end.length);
    little(out, at + 12, 20 * entryLength);
    little(out, at + 16, firstLength);
    out[at + 20] = 0;
    out[at + 21] = 0;
    Path file = folder.resolve("overlapping.zip");
    Files.write(file, out);
    return file;
  }

  private static void little(byte[] bytes, int at, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
  }

  @Test
  void refuses_an_archive_of_too_many_entries_unread() throws IOException {
    Path archive =
        zip(
            UTF_8,
            zip -> {
              for (int i = 0; i < 6; i++) {
                put(zip, i + ".txt", "text " + i);
              }
            });
    assertThat(read(archive, SMALL)).containsExactly("a.zip!ARCHIVE_TOO_MANY");
  }

  @Test
  void refuses_a_damaged_entry_and_keeps_the_rest() throws IOException {
    byte[] text = "stored as it is".getBytes(UTF_8);
    Path archive =
        zip(
            UTF_8,
            zip -> {
              ZipEntry entry = new ZipEntry("a.txt");
              CRC32 checksum = new CRC32();
              checksum.update(text);
              entry.setMethod(ZipEntry.STORED);
              entry.setSize(text.length);
              entry.setCrc(checksum.getValue());
              zip.putNextEntry(entry);
              zip.write(text);
              zip.closeEntry();
              put(zip, "b.txt", "kept");
            });
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, replaced(bytes, "stored as it is", "stored as it iz"));
    assertThat(read(archive, SMALL)).containsExactly("a.txt!DAMAGED", "b.txt=kept");
  }

  @Test
  void refuses_what_cannot_be_opened_or_holds_nothing() throws IOException {
    Path text = Files.writeString(folder.resolve("x"), "no archive at all");
    assertThat(read(text, SMALL)).containsExactly("a.zip!ARCHIVE_BROKEN");
    Path nothing = Files.createFile(folder.resolve("nothing"));
    assertThat(read(nothing, SMALL)).containsExactly("a.zip!ARCHIVE_BROKEN");
    Path hollow = zip(UTF_8, zip -> zip.putNextEntry(new ZipEntry("folder/")));
    assertThat(read(hollow, SMALL)).containsExactly("a.zip!ARCHIVE_EMPTY");
    Path whole = zip(UTF_8, zip -> put(zip, "a.txt", "text"));
    byte[] bytes = Files.readAllBytes(whole);
    Path half = Files.write(folder.resolve("half"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(read(half, SMALL)).containsExactly("a.zip!ARCHIVE_BROKEN");
  }

  @Test
  void reads_a_single_file_by_the_end_of_its_name() throws IOException {
    Path file = Files.writeString(folder.resolve("upload"), "words");
    Found found = new Found();
    TextFiles.read("a.TXT", file, SMALL, found);
    TextFiles.read("a.pdf", file, SMALL, found);
    TextFiles.read("a.zip", file, SMALL, found);
    TextFiles.read("b.txt", file, new Limits(4, 1, 1), found);
    assertThat(found.files)
        .containsExactly("a.TXT=words", "a.pdf!NOT_TXT", "a.zip!ARCHIVE_BROKEN", "b.txt!TOO_LARGE");
  }

  private static byte[] replaced(byte[] bytes, String from, String to) {
    String latin1 = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    return latin1.replace(from, to).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (Arrays.equals(Arrays.copyOfRange(bytes, i, i + wanted.length), wanted)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }
}
