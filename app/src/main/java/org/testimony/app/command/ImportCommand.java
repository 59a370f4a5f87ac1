package org.testimony.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.testimony.app.Messages;
import org.testimony.app.Problem;
import org.testimony.app.Terminal;
import org.testimony.app.client.LocalServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: stores the articles of a folder or a ZIP archive in a project. */
@Command(name = "import", resourceBundle = Messages.BUNDLE, mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      required = true,
      descriptionKey = "option.project")
  private String project = "";

  @Parameters(paramLabel = "FOLDER|ZIP", descriptionKey = "import.from")
  private Path from = Path.of("");

  private final Terminal terminal = Terminal.ofThisProcess();
  private int stored;
  private int present;
  private int refused;

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.exists(from)) {
      throw new Problem("file.missing", from);
    }
    try {
      if (Files.isDirectory(from)) {
        importFolder(ArticleFiles.of(from));
      } else {
        importZip();
      }
    } catch (IOException e) {
      throw Problem.because(e, "file.unreadable", from, Problem.reason(e));
    } finally {
      terminal.done();
    }
    System.out.println(Messages.text("import.done", stored, present, refused));
    return refused == 0 ? 0 : 1;
  }

  private void importFolder(ArticleFiles files) throws IOException, InterruptedException {
    try (LocalServer server = LocalServer.of(data.folder(), terminal)) {
      int sent = 0;
      for (List<Path> portion : files.portions()) {
        terminal.step("step.import", sent, files.count());
        send(server, files.zip(portion));
        sent += portion.size();
      }
    }
  }

  private void importZip() throws IOException, InterruptedException {
    byte[] content = Files.readAllBytes(from);
    try (LocalServer server = LocalServer.of(data.folder(), terminal)) {
      terminal.step("step.import", 0, 1);
      send(server, content);
    }
  }

  private void send(LocalServer server, byte[] zip) throws InterruptedException {
    JsonNode answer =
        server.post(
            "projects/" + LocalServer.encoded(project) + "/imports",
            "application/zip",
            BodyPublishers.ofByteArray(zip));
    stored += answer.path("stored").size();
    present += answer.path("present").size();
    refused += answer.path("refused").size();
    terminal.done();
    for (JsonNode file : answer.path("refused")) {
      String at =
          file.path("byte").isNumber() ? Messages.text("import.byte", file.get("byte")) : "";
      System.err.println(
          Messages.text(
              "import.refused",
              file.path("file").asText(),
              file.path("detail").asText(file.path("reason").asText()),
              at));
    }
  }
}
