package org.testimony.core.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.assignment.Phase;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.CodebookReader;
import org.testimony.core.codebook.Problem;
import org.testimony.core.codebook.Reading;
import org.testimony.core.text.Hash;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;
import org.testimony.core.text.StrictJson.Malformed;

/**
 * Reads a release in the own format back into the corpus that was written. Strict: first every file
 * is compared with the manifest, then every property, reference and quote has to hold. No name in a
 * document is used as a path.
 */
public final class ReleaseReader {

  private static final int MANIFEST_LIMIT = 64 << 20;

  private final Archive archive;
  private final Limits limits;

  private ReleaseReader(Archive archive, Limits limits) {
    this.archive = archive;
    this.limits = limits;
  }

  /**
   * How much is read at most, so that a small file cannot unpack into a large one.
   *
   * @param files in the archive
   * @param fileBytes of one file, unpacked
   * @param totalBytes of all files, unpacked
   */
  public record Limits(int files, long fileBytes, long totalBytes) {

    /** Twenty thousand files, 400 MB for one, 1 GB for all. */
    public static final Limits USUAL = new Limits(20_000, 400L << 20, 1L << 30);
  }

  /**
   * The corpus in the archive.
   *
   * @throws Unreadable naming the first fault
   * @throws IOException when the archive cannot be read at all
   */
  public static Corpus read(Archive archive, Limits limits) throws IOException, Unreadable {
    ReleaseReader reader = new ReleaseReader(archive, limits);
    reader.checkFiles();
    return reader.corpus();
  }

  private void checkFiles() throws IOException, Unreadable {
    List<String> paths = archive.paths();
    if (paths.size() > limits.files()) {
      throw new Unreadable(
          "", "it holds %d files, at most %d are read".formatted(paths.size(), limits.files()));
    }
    Set<String> unlisted = new HashSet<>();
    for (String path : paths) {
      if (!unlisted.add(path)) {
        throw new Unreadable(path, "this file is in the archive twice");
      }
    }
    if (!unlisted.remove(Manifest.PATH)) {
      throw new Unreadable(Manifest.PATH, "a release has a manifest; there is none");
    }
    long total = 0;
    for (Manifest.Entry entry : manifest()) {
      if (!unlisted.remove(entry.path())) {
        throw new Unreadable(entry.path(), "the manifest lists this file; it is not there");
      }
      total += entry.bytes();
      if (entry.bytes() < 0 || entry.bytes() > limits.fileBytes() || total > limits.totalBytes()) {
        throw new Unreadable(entry.path(), "it is larger than what is read at most");
      }
      check(entry);
    }
    for (String path : unlisted.stream().sorted().toList()) {
      throw new Unreadable(path, "this file is not in the manifest");
    }
  }

  private List<Manifest.Entry> manifest() throws IOException, Unreadable {
    String text = utf8(Manifest.PATH, bytes(Manifest.PATH, MANIFEST_LIMIT));
    return parsed(Manifest.PATH, text, ManifestJson::readFiles);
  }

  private void check(Manifest.Entry entry) throws IOException, Unreadable {
    MessageDigest digest = Hash.sha256();
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = archive.open(entry.path())) {
      int read;
      while ((read = in.read(buffer)) > 0) {
        size += read;
        if (size > entry.bytes()) {
          throw new Unreadable(
              entry.path(),
              "it has more than the %d bytes of the manifest".formatted(entry.bytes()));
        }
        digest.update(buffer, 0, read);
      }
    }
    if (size != entry.bytes()) {
      throw new Unreadable(
          entry.path(), "it has %d bytes, the manifest says %d".formatted(size, entry.bytes()));
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    if (!sha256.equals(entry.sha256().hex())) {
      throw new Unreadable(
          entry.path(),
          "its SHA-256 is %s, the manifest says %s: it was changed"
              .formatted(sha256, entry.sha256()));
    }
  }

  private byte[] bytes(String path, long limit) throws IOException, Unreadable {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = archive.open(path)) {
      copy(in, bytes, path, limit);
    }
    return bytes.toByteArray();
  }

  private static void copy(InputStream in, OutputStream out, String path, long limit)
      throws IOException, Unreadable {
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    int read;
    while ((read = in.read(buffer)) > 0) {
      size += read;
      if (size > limit) {
        throw new Unreadable(path, "it has more than %d bytes".formatted(limit));
      }
      out.write(buffer, 0, read);
    }
  }

  private String file(String path) throws IOException, Unreadable {
    if (!archive.paths().contains(path)) {
      throw new Unreadable(path, "the format JSONL has this file; it is not there");
    }
    return utf8(path, bytes(path, limits.fileBytes()));
  }

  private static String utf8(String path, byte[] bytes) throws Unreadable {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable(path, "it is not valid UTF-8");
    }
  }

  private Corpus corpus() throws IOException, Unreadable {
    JsonObject project =
        parsed(
            JsonlWriter.PROJECT,
            file(JsonlWriter.PROJECT),
            object ->
                CorpusJson.requireFormat(object)
                    .only("format", "formatVersion", "key", "name", "codebooks", "rounds"));
    List<Corpus.Round> rounds = located(JsonlWriter.PROJECT, project, CorpusJson::readRounds);
    List<Codebook> codebooks = codebooks(project);
    Map<String, ReleasedSet> sets = sets();
    List<Corpus.Assignment> assignments =
        lines(JsonlWriter.ASSIGNMENTS, object -> assignment(object, sets));
    if (!sets.isEmpty()) {
      throw new Unreadable(
          JsonlWriter.ANNOTATIONS,
          "no assignment has the set " + sets.keySet().stream().sorted().findFirst().orElse(""));
    }
    List<Corpus.Article> articles = lines(JsonlWriter.ARTICLES, CorpusJson::readArticle);
    List<Corpus.Person> people = lines(JsonlWriter.PEOPLE, CorpusJson::readPerson);
    Corpus corpus =
        located(
            "",
            project,
            p ->
                new Corpus(
                    p.text("key"),
                    p.text("name"),
                    codebooks,
                    articles,
                    people,
                    rounds,
                    assignments));
    List<String> faults = SpanCheck.faults(corpus);
    if (!faults.isEmpty()) {
      throw new Unreadable(JsonlWriter.ANNOTATIONS, faults.get(0));
    }
    return corpus;
  }

  private List<Codebook> codebooks(JsonObject project) throws IOException, Unreadable {
    List<String> versions = located(JsonlWriter.PROJECT, project, p -> p.texts("codebooks"));
    List<Codebook> codebooks = new ArrayList<>();
    for (int i = 1; i <= versions.size(); i++) {
      String path = i == versions.size() ? JsonlWriter.CODEBOOK : JsonlWriter.olderCodebook(i);
      Reading reading = CodebookReader.read(file(path));
      if (reading instanceof Reading.Refused refused) {
        Problem first = refused.problems().get(0);
        throw new Unreadable(path + "#" + first.pointer(), first.detail());
      }
      Codebook codebook = ((Reading.Valid) reading).codebook();
      if (!codebook.version().toString().equals(versions.get(i - 1))) {
        throw new Unreadable(path + "#/version", "%s was expected".formatted(versions.get(i - 1)));
      }
      codebooks.add(codebook);
    }
    return codebooks;
  }

  private Map<String, ReleasedSet> sets() throws IOException, Unreadable {
    Map<String, ReleasedSet> sets = new HashMap<>();
    lines(
        JsonlWriter.ANNOTATIONS,
        object -> {
          ReleasedSet set = SetJson.read(object);
          String assignment = object.text("assignment");
          boolean fits =
              set.name().equals(assignment) || set.name().equals(Names.firstSubmission(assignment));
          if (!fits || sets.put(set.name(), set) != null) {
            throw new Malformed(
                object.at("set"),
                "a set is named as its assignment, or so with -F, and stands once");
          }
          return set;
        });
    return sets;
  }

  /** The assignment of a line; takes its sets out of the map. */
  private static Corpus.Assignment assignment(JsonObject object, Map<String, ReleasedSet> sets) {
    object.only(
        "assignment",
        "person",
        "article",
        "round",
        "phase",
        "repeat",
        "position",
        "state",
        "note",
        "firstSubmission");
    String name = object.text("assignment");
    Optional<String> first = object.optionalText("firstSubmission");
    ReleasedSet set = sets.remove(name);
    if (set == null) {
      throw new Malformed(object.at("assignment"), "there is no set of this name");
    }
    Optional<ReleasedSet> submitted = Optional.empty();
    if (first.isPresent()) {
      submitted =
          first.get().equals(name)
              ? Optional.of(set)
              : Optional.ofNullable(sets.remove(first.get()));
      if (submitted.isEmpty()) {
        throw new Malformed(object.at("firstSubmission"), "there is no set of this name");
      }
    }
    return new Corpus.Assignment(
        object.text("person"),
        object.text("article"),
        object.text("round"),
        object.constant("phase", Phase.class),
        object.integer("repeat"),
        object.integer("position"),
        object.constant("state", AssignmentState.class),
        object.optionalText("note"),
        set,
        submitted);
  }

  private <T> List<T> lines(String path, Function<JsonObject, T> read)
      throws IOException, Unreadable {
    String content = file(path);
    List<T> parts = new ArrayList<>();
    int begin = 0;
    while (begin < content.length()) {
      int end = content.indexOf('\n', begin);
      if (end < 0) {
        throw new Unreadable(path + ":" + (parts.size() + 1), "the last line has no end");
      }
      parts.add(parsed(path + ":" + (parts.size() + 1), content.substring(begin, end), read));
      begin = end + 1;
    }
    return parts;
  }

  private static <T> T parsed(String place, String json, Function<JsonObject, T> read)
      throws Unreadable {
    return located(place, json, text -> read.apply(JsonObject.of(StrictJson.read(text))));
  }

  private static <S, T> T located(String place, S source, Function<S, T> read) throws Unreadable {
    try {
      return read.apply(source);
    } catch (Malformed e) {
      throw new Unreadable(place + "#" + e.pointer(), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new Unreadable(place, String.valueOf(e.getMessage()));
    }
  }
}
