package org.testimony.app.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testimony.app.PrivateFiles;
import org.testimony.app.Problem;
import org.testimony.app.launcher.ServerMain;
import org.testimony.core.text.Hash;

/**
 * A small archive with what starts Payara Micro, and the class data archive that fits the class
 * path of which it is the first. Payara Micro reads its own parts from that class path, and a class
 * data archive is only good for the very same one: both lie in a folder named by what they depend
 * on, and another folder is made when a file, the product or the Java virtual machine changes.
 *
 * @param folder the folder that holds both
 * @param parts the rest of the class path
 * @param manifest the manifest of Payara Micro, which says what of the platform it opens
 */
record LaunchArchive(Path folder, List<Path> parts, Manifest manifest) {

  LaunchArchive {
    parts = List.copyOf(parts);
  }

  /** Finds the archive for a Payara Micro and this Java virtual machine, or makes it. */
  static LaunchArchive of(Path payara, Path runtime) {
    try {
      Manifest manifest;
      try (InputStream file = Files.newInputStream(payara.resolve("META-INF/MANIFEST.MF"))) {
        manifest = new Manifest(file);
      }
      List<Path> parts = files(payara.resolve("MICRO-INF/runtime"));
      Path folder = runtime.resolve("server-" + fingerprint(parts));
      LaunchArchive archive = new LaunchArchive(folder, parts, manifest);
      if (!Files.exists(archive.jar())) {
        removeOthers(runtime, folder);
        PrivateFiles.folder(folder);
        archive.write(payara);
      }
      return archive;
    } catch (IOException e) {
      throw Problem.because(e, "server.prepare", runtime, Problem.reason(e));
    }
  }

  /**
   * Named in the command as well as in the manifest: Payara reads the one, and class data are only
   * used for the other.
   */
  String classPath() {
    return Stream.concat(Stream.of(jar()), parts.stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  Path jar() {
    return folder.resolve("launch.jar");
  }

  Path classData() {
    return folder.resolve("classes.jsa");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String fingerprint(List<Path> parts) throws IOException {
    StringBuilder facts = new StringBuilder(Runtime.version().toString());
    facts.append(System.getProperty("java.vm.vendor")).append(System.getProperty("java.home"));
    facts.append(Hash.of(launcher()));
    for (Path file : parts) {
      facts.append('\n').append(file).append(' ').append(Files.size(file));
      facts.append(' ').append(Files.getLastModifiedTime(file).toMillis());
    }
    return Hash.of(facts.toString()).hex().substring(0, 16);
  }

  private static void removeOthers(Path runtime, Path folder) throws IOException {
    Files.createDirectories(runtime);
    try (Stream<Path> others = Files.list(runtime)) {
      for (Path other : others.toList()) {
        if (!other.equals(folder) && String.valueOf(other.getFileName()).startsWith("server-")) {
          PrivateFiles.deleteTree(other);
        }
      }
    }
  }

  private void write(Path payara) throws IOException {
    Manifest own = new Manifest();
    own.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    own.getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            parts.stream().map(part -> part.toUri().toString()).collect(Collectors.joining(" ")));
    Path draft = jar().resolveSibling("launch.jar.new");
    try (OutputStream file = Files.newOutputStream(draft);
        JarOutputStream jar = new JarOutputStream(file, own)) {
      List<Path> boot = new ArrayList<>(files(payara.resolve("fish")));
      try (Stream<Path> settings = Files.list(payara.resolve("MICRO-INF"))) {
        settings.filter(Files::isRegularFile).sorted().forEach(boot::add);
      }
      for (Path part : boot) {
        add(jar, payara.relativize(part).toString().replace('\\', '/'), Files.readAllBytes(part));
      }
      add(jar, ServerMain.class.getName().replace('.', '/') + ".class", launcher());
    }
    Files.move(draft, jar(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }

  private static byte[] launcher() {
    try (InputStream bytes = ServerMain.class.getResourceAsStream("ServerMain.class")) {
      if (bytes == null) {
        throw new IllegalStateException("the program lacks its own class ServerMain");
      }
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The flags that open those parts of the platform which the manifest names. */
  List<String> opened() {
    List<String> flags = new ArrayList<>();
    flags.addAll(flags("Add-Opens", "--add-opens="));
    flags.addAll(flags("Add-Exports", "--add-exports="));
    return flags;
  }

  private List<String> flags(String attribute, String flag) {
    String packages = manifest.getMainAttributes().getValue(attribute);
    return packages == null
        ? List.of()
        : Stream.of(packages.strip().split("\\s+"))
            .map(name -> flag + name + "=ALL-UNNAMED")
            .toList();
  }
}
