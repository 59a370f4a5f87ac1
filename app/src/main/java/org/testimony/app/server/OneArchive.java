package org.testimony.app.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parts of Payara Micro, more than three hundred archives, put into one. A class that is on no
 * class path is looked for in each archive of it, and the server looks for all classes of the
 * application there first: in three hundred, that was a quarter of its start. The build calls this.
 *
 * <p>As on the class path of the parts, the first of several files of one name counts; only lists
 * of services are joined, since they are read from all parts. Texts of licences are kept for each
 * part. Of files for several Java versions, the newest for the oldest Java that the product runs on
 * is taken.
 */
public final class OneArchive {

  private static final String NAME = "payara.jar";
  private static final int OLDEST_JAVA = 17;

  private static final Pattern LISTS = Pattern.compile("META-INF/(?:services|hk2-locator)/.+");
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:META-INF/)?((?:LICENSE|NOTICE|ABOUT|COPYRIGHT)[^/]*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(?:.*/)?module-info\\.class"
              + "|META-INF/(?:MANIFEST\\.MF|INDEX\\.LIST|maven/.*|[^/]+\\.(?:SF|RSA|DSA|EC))");
  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/([0-9]+)/(.+)");

  private final Map<String, byte[]> files = new TreeMap<>();

  private OneArchive() {}

  /** Argument: the folder of the archives, which holds one archive afterwards. */
  public static void main(String[] arguments) throws IOException {
    make(Path.of(arguments[0]));
  }

  /** Puts the archives of a folder into one; does nothing where that has happened. */
  static void make(Path folder) throws IOException {
    List<Path> parts;
    try (Stream<Path> all = Files.list(folder)) {
      parts =
          all.filter(file -> file.toString().endsWith(".jar") && !file.endsWith(NAME))
              .sorted()
              .toList();
    }
    if (parts.isEmpty()) {
      return;
    }
    OneArchive one = new OneArchive();
    for (Path part : parts) {
      one.add(part);
    }
    Path draft = folder.resolve(NAME + ".new");
    one.write(draft);
    Files.move(draft, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    for (Path part : parts) {
      Files.delete(part);
    }
  }

  private void add(Path part) throws IOException {
    try (JarFile jar = new JarFile(part.toFile(), false)) {
      Map<String, JarEntry> chosen = new TreeMap<>();
      Map<String, Integer> versions = new HashMap<>();
      for (JarEntry entry : Collections.list(jar.entries())) {
        Matcher versioned = VERSIONED.matcher(entry.getName());
        boolean other = versioned.matches();
        int version = other ? Integer.parseInt(versioned.group(1)) : 0;
        String name = other ? versioned.group(2) : entry.getName();
        if (entry.isDirectory()
            || LEFT_OUT.matcher(name).matches()
            || version > (jar.isMultiRelease() ? OLDEST_JAVA : 0)
            || version < versions.getOrDefault(name, 0)) {
          continue;
        }
        versions.put(name, version);
        chosen.put(name, entry);
      }
      for (Map.Entry<String, JarEntry> file : chosen.entrySet()) {
        add(part, file.getKey(), jar.getInputStream(file.getValue()).readAllBytes());
      }
    }
  }

  private void add(Path part, String name, byte[] content) {
    Matcher words = WORDS.matcher(name);
    if (words.matches()) {
      files.put("META-INF/parts/" + part.getFileName() + "/" + words.group(1), content);
    } else if (LISTS.matcher(name).matches()) {
      files.merge(name, content, OneArchive::joined);
    } else {
      files.putIfAbsent(name, content);
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.write('\n');
    both.writeBytes(second);
    return both.toByteArray();
  }

  private void write(Path archive) throws IOException {
    try (OutputStream file = Files.newOutputStream(archive);
        JarOutputStream jar = new JarOutputStream(file)) {
      put(jar, JarFile.MANIFEST_NAME, "Manifest-Version: 1.0\r\n\r\n".getBytes(UTF_8));
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        put(jar, each.getKey(), each.getValue());
      }
    }
  }

  private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setTime(0);
    jar.putNextEntry(entry);
    jar.write(content);
    jar.closeEntry();
  }
}
