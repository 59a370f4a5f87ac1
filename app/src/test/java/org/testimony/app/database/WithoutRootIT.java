package org.testimony.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testimony.app.PrivateFiles;
import org.testimony.app.Product;
import org.testimony.app.Program;

class WithoutRootIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Path folder = Path.of("");

  @BeforeEach
  void a_folder_that_everybody_reaches() throws IOException {
    assumeTrue(
        PrivateFiles.posix() && new UnixSystem().getUid() == 0,
        "only root can give up the rights of root; an ordinary user runs all other tests as one");
    folder = Files.createTempDirectory("testimony-it");
    PrivateFiles.allowPassage(folder);
  }

  @AfterEach
  void away_with_it() throws IOException {
    PrivateFiles.deleteTree(folder);
  }

  private Program.Outcome probe(String path, List<String> prefix, Path data) {
    List<String> command = new ArrayList<>(List.of("env", "PATH=" + path));
    command.addAll(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            "target/test-classes:target/testimony.jar",
            DatabaseProbe.class.getName(),
            data.toString(),
            Product.program().postgresArchive().toString()));
    return Program.run(PATIENCE, command);
  }

  private String pathWithoutUnshare() throws IOException {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    Path refusing = tools.resolve("unshare");
    Files.writeString(
        refusing, "#!/bin/sh\necho 'unshare failed: Operation not permitted'\nexit 1\n");
    assertThat(refusing.toFile().setExecutable(true, false)).isTrue();
    return tools + ":" + System.getenv("PATH");
  }

  @Test
  void root_runs_the_database_in_a_name_space_of_its_own() throws IOException {
    assumeTrue(
        Program.run(PATIENCE, List.of("unshare", "-U", "true")).succeeded(),
        "this system forbids unshare");
    Path data = folder.resolve("data");
    assertThat(probe(System.getenv("PATH"), List.of(), data).output())
        .contains("durable: on on on");
    assertThat(Files.getOwner(data.resolve("postgresql")).getName()).isEqualTo("root");
  }

  @Test
  void root_runs_it_as_another_user_where_name_spaces_are_forbidden_and_ever_after()
      throws IOException {
    Path data = folder.resolve("data");
    assertThat(probe(pathWithoutUnshare(), List.of(), data).output()).contains("durable: on on on");
    String owner = Files.getOwner(data.resolve("postgresql")).getName();
    assertThat(owner).isIn("testimony", "nobody");
    assertThat(probe(System.getenv("PATH"), List.of(), data).output())
        .contains("durable: on on on");
    try (Stream<Path> files = Files.walk(data.resolve("postgresql"))) {
      for (Path file : files.toList()) {
        assertThat(Files.getOwner(file).getName()).as(file.toString()).isEqualTo(owner);
      }
    }
  }

  @Test
  void an_ordinary_user_runs_it_as_it_is() throws IOException {
    List<String> nobody =
        List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--");
    List<String> reads = new ArrayList<>(nobody);
    reads.addAll(List.of("test", "-r", Product.program().postgresArchive().toString()));
    assumeTrue(
        Program.run(PATIENCE, reads).succeeded(),
        "the build lies where another user cannot read it, or there is no setpriv");
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.setOwner(
        data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    assertThat(probe(System.getenv("PATH"), nobody, data).output()).contains("durable: on on on");
  }
}
