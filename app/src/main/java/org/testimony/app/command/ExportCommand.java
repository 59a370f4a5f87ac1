package org.testimony.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.testimony.app.Messages;
import org.testimony.app.PrivateFiles;
import org.testimony.app.Problem;
import org.testimony.app.Terminal;
import org.testimony.app.client.LocalServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: writes a project's corpus with all annotators' sets into a ZIP archive. */
@Command(name = "export", resourceBundle = Messages.BUNDLE, mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      required = true,
      descriptionKey = "option.project")
  private String project = "";

  @Option(
      names = "--formats",
      paramLabel = "FORMAT",
      split = ",",
      defaultValue = "jsonl,csv,brat",
      descriptionKey = "export.formats")
  private List<String> formats = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      descriptionKey = "export.output")
  private Path output = Path.of("");

  @Override
  public Integer call() throws InterruptedException {
    if (Files.exists(output)) {
      throw new Problem("backup.exists", output);
    }
    Terminal terminal = Terminal.ofThisProcess();
    Path draft = output.resolveSibling(output.getFileName() + ".part");
    try (LocalServer server = LocalServer.of(data.folder(), terminal)) {
      terminal.step("step.export");
      try (InputStream content =
          server.download(
              "projects/"
                  + LocalServer.encoded(project)
                  + "/export?formats="
                  + LocalServer.encoded(String.join(",", formats)))) {
        PrivateFiles.create(draft);
        Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(draft, output, StandardCopyOption.ATOMIC_MOVE);
      terminal.done();
      System.out.println(Messages.text("export.done", output, Files.size(output)));
      return 0;
    } catch (IOException e) {
      throw Problem.because(e, "backup.unwritable", output, Problem.reason(e));
    } finally {
      terminal.done();
    }
  }
}
