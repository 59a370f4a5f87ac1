package org.testimony.app.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneArchiveTest {

  @TempDir private Path folder;

  @Test
  void holds_the_files_of_all_parts_and_only_it_remains() throws IOException {
    part("a.jar", "x/One.class", "1");
    part("b.jar", "x/Two.class", "2");
    Files.writeString(folder.resolve("adapter.rar"), "not a part");
    OneArchive.make(folder);
    assertThat(names()).containsExactly("adapter.rar", "payara.jar");
    assertThat(files()).containsEntry("x/One.class", "1").containsEntry("x/Two.class", "2");
  }

  @Test
  void takes_the_first_of_one_name_as_a_class_path_does() throws IOException {
    part("b.jar", "x/One.class", "of b");
    part("a.jar", "x/One.class", "of a");
    OneArchive.make(folder);
    assertThat(files()).containsEntry("x/One.class", "of a");
  }

  @Test
  void joins_lists_of_services() throws IOException {
    part("a.jar", "META-INF/services/x.Service", "x.A", "META-INF/hk2-locator/default", "[x.A]S");
    part("b.jar", "META-INF/services/x.Service", "x.B", "META-INF/hk2-locator/default", "[x.B]S");
    OneArchive.make(folder);
    assertThat(files())
        .containsEntry("META-INF/services/x.Service", "x.A\nx.B")
        .containsEntry("META-INF/hk2-locator/default", "[x.A]S\n[x.B]S");
  }

  @Test
  void keeps_the_licence_of_each_part() throws IOException {
    part("a.jar", "META-INF/LICENSE.txt", "licence of a");
    part("b.jar", "META-INF/LICENSE.txt", "licence of b", "NOTICE", "notice of b");
    OneArchive.make(folder);
    assertThat(files())
        .containsEntry("META-INF/parts/a.jar/LICENSE.txt", "licence of a")
        .containsEntry("META-INF/parts/b.jar/LICENSE.txt", "licence of b")
        .containsEntry("META-INF/parts/b.jar/NOTICE", "notice of b");
  }

  @Test
  void takes_the_newest_version_that_each_java_can_read() throws IOException {
    part(
        "a.jar",
        "META-INF/MANIFEST.MF",
        "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n",
        "x/One.class",
        "8",
        "META-INF/versions/11/x/One.class",
        "11",
        "META-INF/versions/9/x/One.class",
        "9",
        "META-INF/versions/21/x/One.class",
        "21");
    part("b.jar", "x/Two.class", "8", "META-INF/versions/11/x/Two.class", "11");
    OneArchive.make(folder);
    assertThat(files()).containsEntry("x/One.class", "11").containsEntry("x/Two.class", "8");
    assertThat(files().keySet()).noneMatch(name -> name.contains("versions"));
  }

  @Test
  void leaves_out_what_only_speaks_of_the_part() throws IOException {
    part("a.jar", "META-INF/A.SF", "s", "module-info.class", "m", "META-INF/maven/g/a/pom.xml", "");
    OneArchive.make(folder);
    assertThat(files().keySet()).containsExactly("META-INF/MANIFEST.MF");
  }

  @Test
  void is_made_once_and_again_when_parts_come() throws IOException {
    part("a.jar", "x/One.class", "1");
    OneArchive.make(folder);
    OneArchive.make(folder);
    assertThat(files()).containsEntry("x/One.class", "1");
    part("a.jar", "x/One.class", "newer");
    OneArchive.make(folder);
    assertThat(names()).containsExactly("payara.jar");
    assertThat(files()).containsEntry("x/One.class", "newer");
  }

  private void part(String name, String... namesAndContents) throws IOException {
    try (OutputStream file = Files.newOutputStream(folder.resolve(name));
        JarOutputStream jar = new JarOutputStream(file)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        jar.putNextEntry(new JarEntry(namesAndContents[i]));
        jar.write(namesAndContents[i + 1].getBytes(UTF_8));
      }
    }
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (JarFile jar = new JarFile(folder.resolve("payara.jar").toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        files.put(entry.getName(), new String(jar.getInputStream(entry).readAllBytes(), UTF_8));
      }
    }
    return files;
  }

  private String[] names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      String[] names = all.map(file -> file.getFileName().toString()).toArray(String[]::new);
      Arrays.sort(names);
      return names;
    }
  }
}
