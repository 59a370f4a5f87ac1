package org.testimony.app.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.testimony.app.Problem;

/**
 * The article files of a folder, packed in portions: few requests, names in any script, and no
 * portion larger than the server takes at once.
 */
final class ArticleFiles {

  private static final int MOST_FILES = 50;
  private static final long MOST_BYTES = 4_000_000;

  private final Path folder;
  private final List<Path> files;

  private ArticleFiles(Path folder, List<Path> files) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * The {@code .txt} files below a folder, in the order of their names; hidden ones are left out.
   *
   * @throws Problem when there is none
   */
  static ArticleFiles of(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> files =
          found
              .filter(Files::isRegularFile)
              .filter(file -> name(file).toLowerCase(Locale.ROOT).endsWith(".txt"))
              .filter(file -> !name(file).startsWith("."))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new Problem("import.none", folder);
      }
      return new ArticleFiles(folder, files);
    } catch (IOException e) {
      throw Problem.because(e, "file.unreadable", folder, Problem.reason(e));
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  int count() {
    return files.size();
  }

  /** The files in portions, each at most 50 files and, if more than one, at most 4 MB. */
  List<List<Path>> portions() throws IOException {
    List<List<Path>> portions = new ArrayList<>();
    List<Path> portion = new ArrayList<>();
    long bytes = 0;
    for (Path file : files) {
      long size = Files.size(file);
      if (!portion.isEmpty() && (portion.size() == MOST_FILES || bytes + size > MOST_BYTES)) {
        portions.add(portion);
        portion = new ArrayList<>();
        bytes = 0;
      }
      portion.add(file);
      bytes += size;
    }
    portions.add(portion);
    return portions;
  }

  /** A portion as a ZIP archive, the files named as they lie in the folder. */
  byte[] zip(List<Path> portion) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path file : portion) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
