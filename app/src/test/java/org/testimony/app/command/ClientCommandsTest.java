package org.testimony.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testimony.app.DataFolder;
import org.testimony.app.FolderLock;
import org.testimony.app.LogFile;
import org.testimony.app.Testimony;
import picocli.CommandLine;

/** The commands against a server that only remembers what it was asked. */
class ClientCommandsTest {

  @TempDir private Path folder = Path.of("");

  private final List<String> asked = new ArrayList<>();
  private final List<byte[]> sent = new ArrayList<>();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final HttpServer server;
  private int status = 200;
  private String answer = "{}";
  private FolderLock lock = null;

  ClientCommandsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @BeforeEach
  void running() throws IOException {
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    DataFolder data = new DataFolder(folder.resolve("data"));
    lock = FolderLock.take(data);
    Files.writeString(
        data.serverAddress(), "http://127.0.0.1:" + server.getAddress().getPort() + "/");
    Files.writeString(data.serviceToken(), "token-of-the-service\n");
  }

  @AfterEach
  void stop() {
    server.stop(0);
    lock.close();
    System.setOut(out);
    System.setErr(err);
  }

  private void answer(HttpExchange exchange) throws IOException {
    assertThat(exchange.getRequestHeaders().getFirst("Authorization"))
        .isEqualTo("Bearer token-of-the-service");
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    sent.add(exchange.getRequestBody().readAllBytes());
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    int at = arguments[0].equals("user") ? 2 : 1;
    all.addAll(at, List.of("--data", folder.resolve("data").toString()));
    CommandLine line = new CommandLine(new Testimony());
    line.setExecutionExceptionHandler(
        (e, command, result) -> {
          System.err.println(e.getMessage());
          return 1;
        });
    return line.execute(all.toArray(String[]::new));
  }

  private String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  @Test
  void import_sends_every_text_of_a_folder_with_its_name() throws IOException {
    Path articles = Files.createDirectories(folder.resolve("articles/sub"));
    Files.writeString(articles.resolveSibling("b.txt"), "b");
    Files.writeString(articles.resolve("Порт.TXT"), "порт");
    Files.writeString(articles.resolve("notes.md"), "no article");
    answer =
        """
        {"stored":[{},{}],"present":[],
         "refused":[{"file":"b.txt","reason":"NOT_UTF8","byte":7,"detail":"invalid byte"}]}""";
    assertThat(run("import", "--project", "my-project", articles.getParent().toString()))
        .isEqualTo(1);
    assertThat(asked).containsExactly("POST /api/v1/projects/my-project/imports");
    assertThat(names(sent.get(0))).containsExactly("b.txt", "sub/Порт.TXT");
    assertThat(output()).contains("2 stored, 0 were there already, 1 refused");
    assertThat(errors()).contains("b.txt").contains("invalid byte").contains("byte 7");
  }

  private static List<String> names(byte[] zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; ) {
        names.add(entry.getName());
        entry = entries.getNextEntry();
      }
    }
    return names;
  }

  @Test
  void import_cuts_many_texts_into_portions() throws IOException {
    Path articles = Files.createDirectories(folder.resolve("many"));
    for (int i = 0; i < 120; i++) {
      Files.writeString(articles.resolve("%03d.txt".formatted(i)), "text " + i);
    }
    answer = "{\"stored\":[{}],\"present\":[{}],\"refused\":[]}";
    assertThat(run("import", "--project", "p", articles.toString())).isZero();
    assertThat(asked).hasSize(3);
    assertThat(sent.stream().mapToInt(ClientCommandsTest::count).toArray())
        .containsExactly(50, 50, 20);
    assertThat(output()).contains("3 stored, 3 were there already, 0 refused");
  }

  private static int count(byte[] zip) {
    try {
      return names(zip).size();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void a_refusal_is_told_as_the_server_told_it() {
    status = 404;
    answer = "{\"title\":\"Not found\",\"detail\":\"There is no project p.\",\"errors\":[]}";
    assertThat(run("export", "--project", "p", "-o", folder.resolve("p.zip").toString()))
        .isEqualTo(1);
    assertThat(errors()).contains("There is no project p.");
    assertThat(folder.resolve("p.zip")).doesNotExist();
  }

  @Test
  void export_writes_what_the_server_sends_and_never_over_a_file() throws IOException {
    answer = "the archive";
    Path file = folder.resolve("p.zip");
    String[] export = {"export", "--project", "p q", "--formats", "jsonl,brat", "-o", "" + file};
    assertThat(run(export)).isZero();
    assertThat(asked).containsExactly("GET /api/v1/projects/p%20q/export?formats=jsonl%2Cbrat");
    assertThat(new LogFile(file).text(0)).isEqualTo("the archive");
    assertThat(run(export)).isEqualTo(1);
    assertThat(asked).hasSize(1);
  }

  @Test
  void user_makes_lists_and_resets() {
    answer = "{\"id\":\"1\",\"link\":\"/welcome?token=abc\"}";
    assertThat(run("user", "add", "ada", "--display-name", "Ada L.")).isZero();
    assertThat(output())
        .contains("http://127.0.0.1:" + server.getAddress().getPort() + "/welcome?token=abc");
    assertThat(new String(sent.get(0), StandardCharsets.UTF_8))
        .isEqualTo("{\"name\":\"ada\",\"displayName\":\"Ada L.\",\"administrator\":false}");
    answer =
        """
        {"accounts":[{"id":"1","name":"ada","displayName":"Ada L.","administrator":true}]}""";
    assertThat(run("user", "list")).isZero();
    assertThat(output()).contains("ada\tAda L.\tadministrator");
    answer = answer.replace("]}", "],\"link\":\"/welcome?token=def\"}");
    assertThat(run("user", "reset", "ada")).isZero();
    assertThat(output()).contains("/welcome?token=def");
    assertThat(run("user", "reset", "nobody")).isEqualTo(1);
    assertThat(errors()).contains("nobody");
    assertThat(asked)
        .containsExactly(
            "POST /api/v1/accounts",
            "GET /api/v1/accounts",
            "GET /api/v1/accounts",
            "POST /api/v1/accounts/1/link",
            "GET /api/v1/accounts");
  }
}
