package org.testimony.web.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testimony.core.text.StrictJson;
import org.testimony.db.Database;
import org.testimony.db.account.Accounts;
import org.testimony.db.article.Article;
import org.testimony.db.article.Articles;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.web.article.ImportBatch.Form;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.AskPermission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.Settings;

/**
 * Imports against a real database; only the permission, which the container checks, is left out.
 */
class ImportBatchTest {

  @RegisterExtension static final Database DATABASE = new Database();

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-14T12:00:00Z"), ZoneOffset.UTC);

  private static final Path TEXTS = Path.of("src/test/resources/text");

  @TempDir Path folder;
  private ProjectId project;

  /** Every file in a transaction of its own, as the container does it. */
  private static final class InTransactions extends ImportArticle {

    InTransactions() {
      this(null);
    }

    private InTransactions(EntityManager none) {
      super(new Projects(none), new Articles(none), null, new Settings(), NOON);
    }

    @Override
    public FileReport importText(Actor actor, ProjectId project, IncomingFile file, byte[] bytes) {
      return DATABASE.ask(
          entities ->
              new ImportArticle(
                      new Projects(entities),
                      new Articles(entities),
                      new AuditTrail(entities, new Accounts(entities)),
                      new TestSettings(),
                      NOON)
                  .importText(actor, project, file, bytes));
    }
  }

  private static final class TestSettings extends Settings {
    @Override
    public String version() {
      return "test";
    }
  }

  @BeforeEach
  void make_a_project() {
    String key = "i" + UUID.randomUUID().toString().substring(0, 12);
    project =
        DATABASE.ask(entities -> new Projects(entities).add(key, "Harrow Strait", NOON.instant()));
  }

  private List<FileReport> read(String name, Path file, Form form, DetailsForm known) {
    List<FileReport> reports = new ArrayList<>();
    ImportBatch.Upload upload = new ImportBatch.Upload(name, file, form, Optional.empty());
    try {
      new ImportBatch(new AskPermission(), new InTransactions())
          .run(Actor.SERVICE, project, upload, known, reports::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reports;
  }

  private FileReport read(String name, byte[] bytes, DetailsForm known) {
    try {
      Path file = Files.write(Files.createTempFile(folder, "u", ""), bytes);
      List<FileReport> reports = read(name, file, Form.AS_NAMED, known);
      assertThat(reports).hasSize(1);
      return reports.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileReport read(String name, String text) {
    return read(name, text.getBytes(UTF_8), DetailsForm.BLANK);
  }

  private List<Article> articles() {
    return DATABASE.ask(entities -> new Articles(entities).all(project));
  }

  private String text(Article article) {
    return DATABASE
        .ask(entities -> new Articles(entities).text(article.text()))
        .orElseThrow()
        .characters();
  }

  static Stream<JsonNode> cases() throws IOException {
    String manifest = Files.readString(TEXTS.resolve("manifest.json"));
    return StreamSupport.stream(StrictJson.read(manifest).get("cases").spliterator(), false);
  }

  /** Lengths and spans come from the manifest, which was made apart from this program. */
  @ParameterizedTest
  @MethodSource("cases")
  void offsets_cut_the_same_words_after_the_import(JsonNode example) throws IOException {
    String name = example.get("file").textValue();
    byte[] bytes = Files.readAllBytes(TEXTS.resolve(name));
    FileReport report = read(name, bytes, DetailsForm.BLANK);
    if (!name.endsWith(".txt") || !example.get("encoding").textValue().startsWith("utf-8")) {
      assertThat(report).isInstanceOf(FileReport.Refused.class);
      assertThat(articles()).isEmpty();
      return;
    }
    assertThat(report).isInstanceOf(FileReport.Stored.class);
    Article article = articles().get(0);
    String text = text(article);
    assertThat(article.length()).isEqualTo(example.get("codePoints").intValue());
    for (JsonNode span : example.get("spans")) {
      for (JsonNode fragment : span) {
        int begin = text.offsetByCodePoints(0, fragment.get("cp").get(0).intValue());
        int end = text.offsetByCodePoints(0, fragment.get("cp").get(1).intValue());
        assertThat(text.substring(begin, end)).isEqualTo(fragment.get("text").textValue());
      }
    }
  }

  @Test
  void keeps_line_ends_and_takes_the_byte_order_mark_off() throws IOException {
    byte[] bytes = Files.readAllBytes(TEXTS.resolve("09-utf8-bom-crlf.txt"));
    read("a.txt", bytes, DetailsForm.BLANK);
    assertThat(text(articles().get(0)))
        .isEqualTo(new String(bytes, 3, bytes.length - 3, UTF_8))
        .contains("\r\n");
  }

  /** The first byte of the file in windows-1251 begins no character of UTF-8: 0xCF before 0xF0. */
  @Test
  void says_which_byte_is_at_fault() throws IOException {
    byte[] cp1251 = Files.readAllBytes(TEXTS.resolve("06-ukrainian-cp1251.txt"));
    FileReport.Refused refused = (FileReport.Refused) read("a.txt", cp1251, DetailsForm.BLANK);
    assertThat(refused.reason()).isEqualTo("NOT_UTF8");
    assertThat(refused.atByte()).contains(0);
    assertThat(refused.detail()).contains("0xCF").contains("position 0");
    FileReport.Refused nul = (FileReport.Refused) read("a.txt", "æ\u0000b");
    assertThat(nul.reason()).isEqualTo("NUL");
    assertThat(nul.atByte()).contains(2);
    FileReport.Refused empty = (FileReport.Refused) read("a.txt", " \r\n\u2003");
    assertThat(empty.reason()).isEqualTo("EMPTY");
    assertThat(empty.atByte()).isEmpty();
    assertThat(articles()).isEmpty();
  }

  @Test
  void stores_nothing_twice() throws IOException {
    Path archive = folder.resolve("a.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      put(zip, "one.txt", "Ferry crews count the tides");
      put(zip, "broken.txt", "a\u0000b");
      put(zip, "copy/one.txt", "Ferry crews count the tides");
      put(zip, "two.txt", "Who pays the toll?");
      put(zip, "page.html", "<p>");
    }
    assertThat(kinds(read("a.zip", archive, Form.AS_NAMED, DetailsForm.BLANK)))
        .containsExactly("Stored", "Refused", "Present", "Stored", "Refused");
    assertThat(kinds(read("b.zip", archive, Form.ARCHIVE, DetailsForm.BLANK)))
        .containsExactly("Present", "Refused", "Present", "Present", "Refused");
    assertThat(articles())
        .extracting(a -> a.details().title())
        .containsExactlyInAnyOrder("Ferry crews count the tides", "Who pays the toll?");
    assertThat(DATABASE.<Long>ask(e -> new AuditTrail(e, new Accounts(e)).length(project)))
        .isEqualTo(2);
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }

  private static List<String> kinds(List<FileReport> reports) {
    return reports.stream().map(r -> r.getClass().getSimpleName()).toList();
  }

  @Test
  void tells_the_archive_of_a_file_in_it_alone() throws IOException {
    Path archive = folder.resolve("strait.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      put(zip, "ledger/0412.txt", "words");
    }
    FileReport inside = read("strait.zip", archive, Form.AS_NAMED, DetailsForm.BLANK).get(0);
    assertThat(inside.file()).isEqualTo("ledger/0412.txt");
    assertThat(inside.archive()).isEqualTo("strait.zip");
    FileReport broken = read("x.zip", "no archive");
    assertThat(broken.file()).isEqualTo("x.zip");
    assertThat(broken.archive()).isEmpty();
  }

  @Test
  void wire_copy_of_two_outlets_is_two_articles() {
    byte[] wire = "Tunnel audit ready in weeks".getBytes(UTF_8);
    DetailsForm meridian = new DetailsForm("", "Meridian Wire", "", "2026-03-13");
    DetailsForm ledger = new DetailsForm("Audit", "The Lindmar Ledger", "", "");
    assertThat(read("a.txt", wire, meridian)).isInstanceOf(FileReport.Stored.class);
    assertThat(read("b.txt", wire, ledger)).isInstanceOf(FileReport.Stored.class);
    assertThat(read("c.txt", wire, meridian)).isInstanceOf(FileReport.Present.class);
    assertThat(read("d.txt", wire, DetailsForm.BLANK)).isInstanceOf(FileReport.Present.class);
    assertThat(articles())
        .extracting(a -> a.details().title())
        .containsExactlyInAnyOrder("Tunnel audit ready in weeks", "Audit");
  }

  @Test
  void a_text_coming_many_times_at_once_is_stored_once() {
    List<CompletableFuture<FileReport>> imports =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> read(i + ".txt", "the same words")))
            .toList();
    List<FileReport> reports = imports.stream().map(CompletableFuture::join).toList();
    assertThat(reports).filteredOn(FileReport.Stored.class::isInstance).hasSize(1);
    assertThat(reports).filteredOn(FileReport.Present.class::isInstance).hasSize(5);
    assertThat(articles()).hasSize(1);
  }

  @Test
  void details_that_do_not_hold_store_nothing() {
    DetailsForm odd = new DetailsForm("", "", "javascript:1", "14 March");
    assertThatThrownBy(() -> read("a.txt", "words".getBytes(UTF_8), odd))
        .isInstanceOfSatisfying(
            Refused.Invalid.class,
            invalid ->
                assertThat(invalid.faults())
                    .extracting(Refused.Fault::pointer)
                    .containsExactly("/url", "/published"));
    assertThat(articles()).isEmpty();
  }

  @Test
  void names_the_first_of_many_and_counts_them_all() {
    ImportSummary summary = new ImportSummary();
    for (int i = 0; i < ImportSummary.NAMED + 3; i++) {
      summary.add(new FileReport.Refused(i + ".txt", "", "EMPTY", -1, "Holds no text."));
    }
    summary.add(new FileReport.Stored("a.txt", "", UUID.randomUUID(), "A"));
    assertThat(summary.getRefused()).hasSize(ImportSummary.NAMED);
    assertThat(summary.unnamed(summary.getRefusedCount())).isEqualTo(3);
    assertThat(summary.unnamed(summary.getStoredCount())).isZero();
    assertThat(summary.getFiles()).isEqualTo(ImportSummary.NAMED + 4);
  }
}
