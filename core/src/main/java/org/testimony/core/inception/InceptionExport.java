package org.testimony.core.inception;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ComparedArticle;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Decoding;

/**
 * Reads the archive that INCEpTION writes when a project is exported with a secondary format: JSON
 * CAS, XMI or WebAnno TSV 3. Which annotator finished which document stands in the project file.
 */
public final class InceptionExport {

  private static final Pattern PROJECT = Pattern.compile("exportedproject[^/]*\\.json");
  private static final String ANNOTATIONS = "annotation/";
  private static final String SOURCES = "source/";
  private static final List<String> SERIALISED = List.of("annotation_ser/", "curation_ser/");
  private static final String CURATIONS = "curation/";
  private static final String NOBODY = "INITIAL_CAS";

  private final ExportArchive archive;
  private final States states;
  private final LongConsumer news;
  private final List<Skipped> skipped = new ArrayList<>();
  private long sets;

  private InceptionExport(ExportArchive archive, States states, LongConsumer news) {
    this.archive = archive;
    this.states = states;
    this.news = news;
  }

  /** Which sets count. */
  public enum States {
    /** Those that the annotator has finished. */
    FINISHED,
    /** Those that the annotator has begun, too. */
    BEGUN
  }

  /**
   * Reads a project.
   *
   * @param zip the exported archive
   * @param states which sets count
   * @param limits how much is read
   * @param news told how many sets have been read
   * @throws ExportRefused where it is no such archive, is damaged or goes beyond the limits
   */
  public static InceptionProject read(
      Path zip, States states, ExportLimits limits, LongConsumer news) throws IOException {
    try (ExportArchive archive = ExportArchive.open(zip, limits)) {
      return new InceptionExport(archive, states, news).project();
    }
  }

  private InceptionProject project() throws IOException {
    String name =
        archive.names().stream()
            .filter(file -> PROJECT.matcher(file).matches())
            .findFirst()
            .orElseThrow(
                () ->
                    new ExportRefused(
                        "", "expected an exported project, found no exportedproject.json"));
    ProjectFile project = ProjectFile.read(name, archive.bytes(name));
    skipWholeFolders();
    Map<String, InceptionLayer> layers = new LinkedHashMap<>();
    for (InceptionLayer layer : project.layers()) {
      if (layer.kind() != InceptionLayer.Kind.OTHER && !Cas.SEGMENTATION.contains(layer.name())) {
        layers.put(layer.name(), layer);
      }
    }
    SetReader reader = new SetReader(layers);
    List<InceptionDocument> documents = new ArrayList<>();
    Map<String, String> firstWithText = new HashMap<>();
    for (Map.Entry<String, List<String>> document : folders().entrySet()) {
      Map<String, String> annotators = project.states().getOrDefault(document.getKey(), Map.of());
      document(document.getKey(), document.getValue(), annotators, reader, firstWithText)
          .ifPresent(documents::add);
    }
    if (documents.isEmpty()) {
      throw new ExportRefused("", nothingToRead());
    }
    skipped.sort(Comparator.comparing(Skipped::file));
    return new InceptionProject(
        project.name(),
        project.layers(),
        documents,
        sets,
        skipped,
        absent(project, documents),
        reader.empty());
  }

  /** The tool leaves out the sets of people whose account is gone. */
  private static List<String> absent(ProjectFile project, List<InceptionDocument> documents) {
    Map<String, List<String>> there = new HashMap<>();
    documents.forEach(d -> there.put(d.article().id(), d.article().annotators()));
    List<String> absent = new ArrayList<>();
    project
        .states()
        .forEach(
            (document, states) ->
                states.forEach(
                    (annotator, state) -> {
                      boolean here = there.getOrDefault(document, List.of()).contains(annotator);
                      if (state.equals("FINISHED") && !here) {
                        absent.add(document + ": " + annotator);
                      }
                    }));
    return absent;
  }

  private String nothingToRead() {
    boolean serialised =
        skipped.stream().anyMatch(s -> s.reason() == Skipped.Reason.JAVA_SERIALISATION);
    boolean other =
        skipped.stream()
            .anyMatch(
                s ->
                    s.reason() == Skipped.Reason.UNFINISHED || s.reason() == Skipped.Reason.LOCKED);
    if (other) {
      return "expected annotations that somebody has finished, found none";
    }
    return serialised
        ? "expected annotations in UIMA CAS JSON, UIMA CAS XMI or WebAnno TSV 3; the export holds"
            + " only Java serialisation: choose a secondary format and export again"
        : "expected annotations in UIMA CAS JSON, UIMA CAS XMI or WebAnno TSV 3, found none";
  }

  private void skipWholeFolders() {
    for (String file : archive.names()) {
      if (SERIALISED.stream().anyMatch(file::startsWith) || file.endsWith(".ser")) {
        skipped.add(new Skipped(file, Skipped.Reason.JAVA_SERIALISATION));
      } else if (file.startsWith(CURATIONS)) {
        skipped.add(new Skipped(file, Skipped.Reason.CURATION));
      }
    }
  }

  /** Document to the files of its folder. */
  private Map<String, List<String>> folders() {
    Map<String, List<String>> folders = new TreeMap<>();
    for (String file : archive.names()) {
      int slash = file.lastIndexOf('/');
      if (file.startsWith(ANNOTATIONS) && slash > ANNOTATIONS.length() && !file.endsWith(".ser")) {
        folders
            .computeIfAbsent(
                file.substring(ANNOTATIONS.length(), slash), document -> new ArrayList<>())
            .add(file);
      }
    }
    return folders;
  }

  /** Annotations with the place they were read from. */
  private record Found(String place, CasFormat format, Cas cas) {}

  /** A file with the name that tells its annotator; in a packed one, the name inside. */
  private record Named(String file, String stem) {}

  private Optional<InceptionDocument> document(
      String name,
      List<String> files,
      Map<String, String> annotators,
      SetReader reader,
      Map<String, String> firstWithText)
      throws IOException {
    Map<String, String> fileOf = fileByAnnotator(name, files, annotators.keySet());
    Map<String, Cas> read = new TreeMap<>();
    Map<String, String> places = new HashMap<>();
    for (Map.Entry<String, String> owned : fileOf.entrySet()) {
      String state = annotators.getOrDefault(owned.getKey(), "");
      if (!counts(state, owned.getValue())) {
        continue;
      }
      Optional<Found> found = found(owned.getValue(), reader.types());
      if (found.isPresent()) {
        Cas cas = found.get().cas();
        boolean tsv = found.get().format() == CasFormat.TSV;
        read.put(owned.getKey(), tsv ? withSource(name, cas) : cas);
        places.put(owned.getKey(), found.get().place());
        news.accept(++sets);
      }
    }
    return read.isEmpty()
        ? Optional.empty()
        : Optional.of(document(name, read, places, reader, firstWithText));
  }

  private boolean counts(String state, String file) {
    boolean begun = state.equals("IN_PROGRESS") && states == States.BEGUN;
    if (state.equals("FINISHED") || begun) {
      return true;
    }
    boolean locked = state.equals("IGNORE") || state.equals("LOCKED");
    skipped.add(new Skipped(file, locked ? Skipped.Reason.LOCKED : Skipped.Reason.UNFINISHED));
    return false;
  }

  private Map<String, String> fileByAnnotator(
      String document, List<String> files, Set<String> annotators) throws IOException {
    Map<String, String> fileOfStem = new TreeMap<>();
    for (String file : files) {
      if (CasFormat.of(file).isEmpty() && !file.endsWith(".zip")) {
        skipped.add(new Skipped(file, Skipped.Reason.UNKNOWN_FORMAT));
        continue;
      }
      Named named = named(file, annotators);
      if (named.stem().equals(NOBODY)) {
        skipped.add(new Skipped(file, Skipped.Reason.NOBODYS));
      } else if (fileOfStem.put(named.stem(), file) != null) {
        throw new ExportRefused(file, "expected one file of " + named.stem() + ", found two");
      }
    }
    Map<String, String> owners =
        AnnotatorFiles.owners(ANNOTATIONS + document + "/", fileOfStem.keySet(), annotators);
    Map<String, String> fileOf = new TreeMap<>();
    fileOfStem.forEach(
        (stem, file) -> {
          String owner = owners.get(stem);
          if (owner == null) {
            skipped.add(new Skipped(file, Skipped.Reason.NO_ANNOTATOR));
          } else {
            fileOf.put(owner, file);
          }
        });
    return fileOf;
  }

  private Named named(String file, Set<String> annotators) throws IOException {
    String stem = stem(file);
    if (file.endsWith(".zip") && !annotators.contains(stem) && !stem.equals(NOBODY)) {
      for (String inner : archive.inner(file).keySet()) {
        if (CasFormat.of(inner).isPresent()) {
          return new Named(file, stem(inner));
        }
      }
    }
    return new Named(file, stem);
  }

  private static String stem(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private Optional<Found> found(String file, Set<String> types) throws IOException {
    Optional<CasFormat> format = CasFormat.of(file);
    if (format.isPresent()) {
      return Optional.of(found(file, format.get(), archive.bytes(file), types));
    }
    if (file.endsWith(".zip")) {
      for (Map.Entry<String, byte[]> inner : archive.inner(file).entrySet()) {
        Optional<CasFormat> packed = CasFormat.of(inner.getKey());
        if (packed.isPresent()) {
          String place = file + "!" + inner.getKey();
          return Optional.of(found(place, packed.get(), inner.getValue(), types));
        }
      }
    }
    skipped.add(new Skipped(file, Skipped.Reason.UNKNOWN_FORMAT));
    return Optional.empty();
  }

  private static Found found(String place, CasFormat format, byte[] bytes, Set<String> types) {
    return new Found(place, format, format.read(place, bytes, types));
  }

  /** TSV has no text of its own: the source stands in where it is the same in every sentence. */
  private Cas withSource(String document, Cas cas) throws IOException {
    String source = SOURCES + document;
    if (!archive.has(source)) {
      return cas;
    }
    return Decoding.utf8(archive.bytes(source)) instanceof Decoding.Decoded decoded
            && isSameButForSpace(decoded.text().characters(), cas.text())
        ? cas.withText(decoded.text().characters())
        : cas;
  }

  private static boolean isSameButForSpace(String source, String sentences) {
    for (int i = 0; i < sentences.length(); i++) {
      boolean same = i < source.length() && source.charAt(i) == sentences.charAt(i);
      boolean space =
          i < source.length()
              && sentences.charAt(i) == ' '
              && Character.isWhitespace(source.charAt(i));
      if (!same && !space) {
        return false;
      }
    }
    return true;
  }

  private static InceptionDocument document(
      String name,
      Map<String, Cas> read,
      Map<String, String> places,
      SetReader reader,
      Map<String, String> firstWithText) {
    Map.Entry<String, Cas> first = read.entrySet().iterator().next();
    ArticleText text = text(places.getOrDefault(first.getKey(), ""), first.getValue());
    CodePoints offsets = new CodePoints(text.characters());
    List<AnnotatorSet> all = new ArrayList<>();
    read.forEach(
        (annotator, cas) -> {
          String place = places.getOrDefault(annotator, "");
          if (!cas.text().equals(text.characters())) {
            throw new ExportRefused(
                place, "the text is not the one that %s has".formatted(first.getKey()));
          }
          all.add(reader.set(place, annotator, cas, offsets));
        });
    String group = firstWithText.computeIfAbsent(text.sha256().toString(), hash -> name);
    return new InceptionDocument(
        text,
        new ComparedArticle(name, group, text.length(), List.of(), List.of(), all),
        SetReader.tokens(places.getOrDefault(first.getKey(), ""), first.getValue(), offsets));
  }

  private static ArticleText text(String place, Cas cas) {
    try {
      return ArticleText.of(cas.text());
    } catch (IllegalArgumentException e) {
      throw new ExportRefused(place, String.valueOf(e.getMessage()));
    }
  }
}
