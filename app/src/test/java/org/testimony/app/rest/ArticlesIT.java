package org.testimony.app.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.testimony.app.SharedProduct;

/** Texts come out of the product as they went in. */
class ArticlesIT {

  private static final String FOLDER = "testimony.articles";
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  @Test
  void keeps_the_articles_of_the_named_folder_byte_for_byte() throws Exception {
    String folder = System.getProperty(FOLDER, "");
    assumeTrue(
        !folder.isBlank(),
        "skipped: the system property " + FOLDER + " names no folder of .txt files to import");
    Map<String, byte[]> files = textsOf(Path.of(folder));
    assertThat(files).as("texts in " + folder).isNotEmpty();
    Rest rest = Rest.service(SharedProduct.get());
    String project = rest.project("Articles of a folder");

    JsonNode first = importAll(rest, project, files);

    assertThat(first.path("refused")).isEmpty();
    assertThat(first.path("present")).isEmpty();
    assertThat(first.path("stored")).hasSize(files.size());
    for (JsonNode stored : first.path("stored")) {
      String name = Rest.text(stored, "file");
      byte[] file = Optional.ofNullable(files.get(name)).orElseThrow();
      check(rest, project, Rest.text(stored, "article"), withoutMark(file));
    }

    JsonNode second = importAll(rest, project, files);

    assertThat(second.path("refused")).isEmpty();
    assertThat(second.path("stored")).isEmpty();
    assertThat(second.path("present")).hasSize(files.size());
    assertThat(rest.get("/projects/" + project + "/articles?limit=200").json().path("articles"))
        .hasSize(files.size());
  }

  private static Map<String, byte[]> textsOf(Path folder) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".txt")).sorted().toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  @Test
  void takes_away_the_byte_order_mark_and_nothing_else() throws Exception {
    byte[] text =
        "A title\r\n\r\n  Two\u00a0spaces, e\u0301 and \u00e9, 🗼 and\tתל אביב.\r\nEnd \r"
            .getBytes(StandardCharsets.UTF_8);
    Rest rest = Rest.service(SharedProduct.get());
    String project = rest.project("Byte order mark");

    JsonNode report = importAll(rest, project, Map.of("marked.txt", joined(MARK, text)));

    check(rest, project, Rest.text(report.path("stored").path(0), "article"), text);
  }

  @Test
  void refuses_what_is_not_utf8_with_the_byte_and_imports_the_rest() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a-good.txt", "Good.\n".getBytes(StandardCharsets.UTF_8));
    files.put("b-latin1.txt", "caf\u00e9 closed".getBytes(StandardCharsets.ISO_8859_1));
    files.put("c-nul.txt", "ab\0c".getBytes(StandardCharsets.UTF_8));
    files.put("d-blank.txt", " \r\n".getBytes(StandardCharsets.UTF_8));
    files.put("e-good.txt", "Also good.\n".getBytes(StandardCharsets.UTF_8));
    Rest rest = Rest.service(SharedProduct.get());
    String project = rest.project("Refused files");

    JsonNode report = importAll(rest, project, files);

    assertThat(report.path("stored").findValuesAsText("file"))
        .containsExactly("a-good.txt", "e-good.txt");
    JsonNode refused = report.path("refused");
    assertThat(refused.findValuesAsText("file"))
        .containsExactly("b-latin1.txt", "c-nul.txt", "d-blank.txt");
    assertThat(refused.findValuesAsText("reason")).containsExactly("NOT_UTF8", "NUL", "EMPTY");
    assertThat(refused.path(0).path("byte").asInt(-1)).isEqualTo(3);
    assertThat(refused.path(1).path("byte").asInt(-1)).isEqualTo(2);
    assertThat(refused.path(2).has("byte")).isFalse();
    assertThat(refused).allSatisfy(file -> assertThat(Rest.text(file, "detail")).isNotBlank());
  }

  private static JsonNode importAll(Rest rest, String project, Map<String, byte[]> files)
      throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    String path = "/projects/" + project + "/imports";
    return rest.send("POST", path, "application/zip", bytes.toByteArray()).expect(200).json();
  }

  private static void check(Rest rest, String project, String article, byte[] expected)
      throws Exception {
    String path = "/projects/" + project + "/articles/" + article;
    Answer text = rest.get(path + "/text").expect(200);
    assertThat(text.body()).as("text of " + path).isEqualTo(expected);
    assertThat(text.headers().getOrDefault("content-type", List.of()))
        .singleElement()
        .asString()
        .startsWith("text/plain");
    JsonNode details = rest.get(path).expect(200).json();
    String decoded = new String(expected, StandardCharsets.UTF_8);
    assertThat(details.path("length").asInt())
        .isEqualTo(decoded.codePointCount(0, decoded.length()));
    assertThat(Rest.text(details, "sha256")).isEqualTo(sha256(expected));
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] withoutMark(byte[] file) {
    boolean marked = file.length >= 3 && Arrays.equals(file, 0, 3, MARK, 0, 3);
    return marked ? Arrays.copyOfRange(file, 3, file.length) : file;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
