package org.testimony.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testimony.app.Problem;

class MigrationsTest {

  @TempDir private Path folder = Path.of("");

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void are_found_in_the_classes_and_in_our_own_libraries_of_a_war() throws IOException {
    byte[] one = {'1'};
    byte[] library = zip(Map.of("db/migration/V9__a.sql", one, "db/migration/V10__b.sql", one));
    Path war =
        Files.write(
            folder.resolve("a.war"),
            zip(
                Map.of(
                    "WEB-INF/classes/db/migration/V2_5__c.sql", one,
                    "WEB-INF/lib/testimony-annotations-db-1.jar", library,
                    "WEB-INF/lib/other.jar", zip(Map.of("db/migration/V99__d.sql", one)),
                    "db/migration/readme.txt", one)));
    Migrations migrations = Migrations.of(war);
    assertThat(migrations.scripts()).containsOnlyKeys("V9__a.sql", "V10__b.sql", "V2_5__c.sql");
    assertThat(migrations.newest()).isEqualTo(Version.parse("10"));
  }

  @Test
  void a_war_without_any_is_no_part_of_the_program() throws IOException {
    Path war = Files.write(folder.resolve("empty.war"), zip(Map.of("index.html", new byte[1])));
    assertThatThrownBy(() -> Migrations.of(war)).isInstanceOf(Problem.class);
  }
}
