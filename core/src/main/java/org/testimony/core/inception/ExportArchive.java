package org.testimony.core.inception;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The files of an exported project. Nothing is unpacked to disk; an archive with names that lead
 * out of it, with a name twice, or with more than the limits allow is refused.
 */
final class ExportArchive implements Closeable {

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
  private static final int PORTION = 1 << 16;

  private final ZipFile zip;
  private final ExportLimits limits;
  private final List<String> names;
  private long read;

  private ExportArchive(ZipFile zip, ExportLimits limits) {
    this.zip = zip;
    this.limits = limits;
    if (zip.size() > limits.entries()) {
      throw new ExportRefused(
          "",
          "the archive has %d entries, more than the %d that are read"
              .formatted(zip.size(), limits.entries()));
    }
    this.names =
        zip.stream().map(ZipEntry::getName).filter(name -> !name.endsWith("/")).sorted().toList();
    Set<String> once = new HashSet<>();
    for (String name : names) {
      if (leavesArchive(name)) {
        throw new ExportRefused(name, "the name leads out of the archive");
      }
      if (!once.add(name)) {
        throw new ExportRefused(name, "the archive holds two files of this name");
      }
    }
  }

  static ExportArchive open(Path file, ExportLimits limits) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException | IllegalArgumentException e) {
      throw new ExportRefused("", "is no ZIP archive: " + e.getMessage());
    }
    try {
      return new ExportArchive(zip, limits);
    } catch (ExportRefused e) {
      zip.close();
      throw e;
    }
  }

  private static boolean leavesArchive(String name) {
    return name.startsWith("/")
        || name.contains("\\")
        || DRIVE.matcher(name).matches()
        || Arrays.asList(name.split("/", -1)).contains("..");
  }

  /** The names of all files, in order. */
  List<String> names() {
    return names;
  }

  /** Whether there is a file of this name. */
  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** The content of a file. */
  byte[] bytes(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ExportRefused(name, "the archive has no such file");
    }
    if (limits.isTooDense(entry.getSize(), entry.getCompressedSize())) {
      throw tooDense(name);
    }
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = bytes(name, in, entry.getCompressedSize());
    } catch (ZipException | EOFException e) {
      throw new ExportRefused(name, "the file is damaged: " + e.getMessage());
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    if (checksum.getValue() != entry.getCrc()) {
      throw new ExportRefused(name, "the file is damaged: its checksum is wrong");
    }
    return bytes;
  }

  /** The files of an archive inside the archive that hold annotations, by name. */
  Map<String, byte[]> inner(String name) throws IOException {
    byte[] packed = bytes(name);
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packed))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (files.size() > limits.entries()) {
          throw new ExportRefused(name, "the archive has too many entries");
        }
        String inside = name + "!" + entry.getName();
        if (CasFormat.of(entry.getName()).isPresent()) {
          files.put(entry.getName(), bytes(inside, in, packed.length));
        } else {
          passOver(inside, in);
        }
      }
    } catch (ZipException | EOFException e) {
      throw new ExportRefused(name, "the archive is damaged: " + e.getMessage());
    }
    return files;
  }

  private void passOver(String name, InputStream in) throws IOException {
    byte[] portion = new byte[PORTION];
    for (int n = in.read(portion); n >= 0; n = in.read(portion)) {
      count(name, n);
    }
  }

  private void count(String name, int bytes) {
    read += bytes;
    if (read > limits.totalBytes()) {
      throw new ExportRefused(
          name,
          "the archive unpacks to more than the %d bytes that are read"
              .formatted(limits.totalBytes()));
    }
  }

  /** Reads to the end, but no more than the limits allow, whatever the archive declares. */
  private byte[] bytes(String name, InputStream in, long packed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] portion = new byte[PORTION];
    for (int n = in.read(portion); n >= 0; n = in.read(portion)) {
      out.write(portion, 0, n);
      count(name, n);
      if (out.size() > limits.entryBytes()) {
        throw new ExportRefused(
            name,
            "the file has more than the %d bytes that are read".formatted(limits.entryBytes()));
      }
      if (limits.isTooDense(out.size(), packed)) {
        throw tooDense(name);
      }
    }
    return out.toByteArray();
  }

  private ExportRefused tooDense(String name) {
    return new ExportRefused(
        name, "the file unpacks to more than %d times its size".formatted(limits.ratio()));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
