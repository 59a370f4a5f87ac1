package org.testimony.core.release;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files of a zip. Nothing is unpacked to a disk, so paths lead nowhere; how much is read out of
 * it is limited by {@link ReleaseReader}.
 */
public final class ZipArchive implements Archive, Closeable {

  private final ZipFile zip;

  /**
   * Opens a zip.
   *
   * @throws ZipException when the file is none
   */
  public ZipArchive(Path file) throws IOException {
    try {
      this.zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ZipException("a name in the zip is not UTF-8: " + e.getMessage());
    }
  }

  @Override
  public List<String> paths() {
    return zip.stream().map(ZipEntry::getName).filter(path -> !path.endsWith("/")).toList();
  }

  @Override
  public InputStream open(String path) throws IOException {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) {
      throw new FileNotFoundException(path);
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
