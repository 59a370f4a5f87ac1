package org.testimony.core.article;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The text files in an upload: one file, or a zip archive with files in folders. Each file is
 * handed on by itself, so that a broken one does not keep the others out. Nothing is ever unpacked
 * to disk.
 *
 * <p>In an archive folders, {@code __MACOSX} and what begins with a dot are passed over without a
 * word. A name that leaves the archive ({@code ..}, a root, a drive) is refused, and so is a name
 * that is not UTF-8 in an archive that does not mark its names as UTF-8.
 */
public final class TextFiles {

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private final ZipFile zip;
  private final Charset names;
  private final Limits limits;
  private final Receiver receiver;

  private TextFiles(ZipFile zip, Charset names, Limits limits, Receiver receiver) {
    this.zip = zip;
    this.names = names;
    this.limits = limits;
    this.receiver = receiver;
  }

  /**
   * How much is read.
   *
   * @param textBytes most bytes of one text
   * @param entries most entries of an archive
   * @param ratio how many times its packed size an entry, and all entries together, may unpack to
   */
  public record Limits(int textBytes, int entries, int ratio) {

    /** 5 MB a text, 20,000 entries, ratio 100. */
    public static final Limits STANDARD = new Limits(5 << 20, 20_000, 100);
  }

  /** Takes what is found, in the order of the archive. */
  public interface Receiver {

    /** The bytes of a text file. */
    void text(String name, byte[] bytes);

    /** A file that is not even looked into, or an archive that is not read further. */
    void refused(String name, Reason reason);
  }

  /** Why a file is not looked into. */
  public enum Reason {
    /** Its name does not end in {@code .txt}. */
    NOT_TXT,
    /** Its name leads out of the archive. */
    UNSAFE_PATH,
    /** Its name is not valid UTF-8. */
    NAME_NOT_UTF8,
    /** It is larger than a text may be. */
    TOO_LARGE,
    /** It unpacks to more than the ratio allows. */
    TOO_DENSE,
    /** It cannot be unpacked, or its checksum is wrong. */
    DAMAGED,
    /** The archive cannot be opened. */
    ARCHIVE_BROKEN,
    /** The archive has too many entries; none was read. */
    ARCHIVE_TOO_MANY,
    /** All entries together unpack to more than the ratio allows; the rest was not read. */
    ARCHIVE_TOO_DENSE,
    /** The archive holds no file. */
    ARCHIVE_EMPTY
  }

  /** Reads a file by the end of its name: an archive, a text, or refused. */
  public static void read(String name, Path file, Limits limits, Receiver receiver)
      throws IOException {
    if (FileNames.endsWith(name, ".zip")) {
      archive(name, file, limits, receiver);
    } else if (FileNames.endsWith(name, ".txt")) {
      text(name, file, limits, receiver);
    } else {
      receiver.refused(name, Reason.NOT_TXT);
    }
  }

  /** Reads a file as one text. */
  public static void text(String name, Path file, Limits limits, Receiver receiver)
      throws IOException {
    if (Files.size(file) > limits.textBytes()) {
      receiver.refused(name, Reason.TOO_LARGE);
    } else {
      receiver.text(name, Files.readAllBytes(file));
    }
  }

  /** Reads a file as a zip archive of texts. */
  public static void archive(String name, Path file, Limits limits, Receiver receiver)
      throws IOException {
    try {
      archive(name, file, StandardCharsets.UTF_8, limits, receiver);
    } catch (ZipException e) {
      archiveWithOddNames(name, file, limits, receiver);
    }
  }

  /** Names that are not UTF-8 keep an archive closed; read as bytes they are judged one by one. */
  private static void archiveWithOddNames(String name, Path file, Limits limits, Receiver receiver)
      throws IOException {
    try {
      archive(name, file, BYTES, limits, receiver);
    } catch (ZipException e) {
      receiver.refused(name, Reason.ARCHIVE_BROKEN);
    }
  }

  /** Throws only where the archive cannot be opened: nothing was handed on then. */
  private static void archive(
      String name, Path file, Charset names, Limits limits, Receiver receiver) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile(), names)) {
      long allowed = Files.size(file) * limits.ratio();
      new TextFiles(zip, names, limits, receiver).entries(name, allowed);
    }
  }

  private void entries(String archive, long allowed) throws IOException {
    if (zip.size() > limits.entries()) {
      receiver.refused(archive, Reason.ARCHIVE_TOO_MANY);
      return;
    }
    long left = allowed;
    boolean any = false;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (entry.isDirectory() || isHidden(entry.getName())) {
        continue;
      }
      any = true;
      left -= entry(entry);
      if (left < 0) {
        receiver.refused(archive, Reason.ARCHIVE_TOO_DENSE);
        return;
      }
    }
    if (!any) {
      receiver.refused(archive, Reason.ARCHIVE_EMPTY);
    }
  }

  /** Hands one entry on; returns how many bytes it unpacked to. */
  private int entry(ZipEntry entry) throws IOException {
    Optional<String> decoded = decoded(entry.getName());
    String path = decoded.orElse(entry.getName());
    String name = FileNames.shown(path);
    if (decoded.isEmpty()) {
      return refuse(name, Reason.NAME_NOT_UTF8);
    }
    if (leavesArchive(path)) {
      return refuse(name, Reason.UNSAFE_PATH);
    }
    if (!FileNames.endsWith(path, ".txt")) {
      return refuse(name, Reason.NOT_TXT);
    }
    if (entry.getSize() > limits.ratio() * entry.getCompressedSize()) {
      return refuse(name, Reason.TOO_DENSE);
    }
    if (entry.getSize() > limits.textBytes()) {
      return refuse(name, Reason.TOO_LARGE);
    }
    return unpack(entry, name);
  }

  private int refuse(String name, Reason reason) {
    receiver.refused(name, reason);
    return 0;
  }

  /**
   * The sizes an archive declares may be lies: no more than declared is read, and it has to fit.
   */
  private int unpack(ZipEntry entry, String name) throws IOException {
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = in.readNBytes((int) entry.getSize() + 1);
    } catch (ZipException | EOFException e) {
      receiver.refused(name, Reason.DAMAGED);
      return 0;
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    if (bytes.length != entry.getSize() || checksum.getValue() != entry.getCrc()) {
      receiver.refused(name, Reason.DAMAGED);
    } else {
      receiver.text(name, bytes);
    }
    return bytes.length;
  }

  /** The entry's name; one that was read as bytes is decoded, unless it was marked as UTF-8. */
  private Optional<String> decoded(String name) {
    boolean bytes = names.equals(BYTES) && name.chars().allMatch(c -> c <= 0xFF);
    return bytes ? FileNames.ofUtf8(name.getBytes(BYTES)) : Optional.of(name);
  }

  private static boolean isHidden(String path) {
    return FileNames.elements(path).stream()
        .anyMatch(e -> e.equals("__MACOSX") || (e.startsWith(".") && !e.equals("..")));
  }

  private static boolean leavesArchive(String path) {
    return path.startsWith("/")
        || path.startsWith("\\")
        || FileNames.elements(path).contains("..")
        || DRIVE.matcher(path).lookingAt();
  }
}
