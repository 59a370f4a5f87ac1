package org.testimony.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.testimony.app.Product;

class FailedStartIT {

  private static Path war(String... namesAndContents) throws IOException {
    Path war = Product.folder("failed").resolve("broken.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return war;
  }

  @Test
  void an_application_that_does_not_start_ends_the_program_with_the_reason() throws IOException {
    Path war =
        war(
            "WEB-INF/classes/db/migration/V1__nothing.sql",
            "select 1",
            "WEB-INF/web.xml",
            "<web-app><servlet>");
    Path data = war.resolveSibling("data");
    Product.Ended ended =
        Product.run(
            Map.of(
                "JDK_JAVA_OPTIONS",
                "-Dtestimony.war=" + war,
                "TESTIMONY_JAVA_OPTIONS",
                "-XX:TieredStopAtLevel=1",
                "TESTIMONY_NO_CLASS_ARCHIVE",
                "1"),
            "serve",
            "--port",
            "0",
            "--data",
            data.toString());
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.errors().lines().filter(line -> !line.startsWith("NOTE:")))
        .singleElement()
        .asString()
        .contains("the application did not start", "web.xml", "server.log");
    assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
  }
}
