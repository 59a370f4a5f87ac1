package org.testimony.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.testimony.app.DataFolder;
import org.testimony.app.Messages;
import org.testimony.app.Problem;
import org.testimony.app.Terminal;
import org.testimony.app.client.LocalServer;
import org.testimony.core.text.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user}: accounts – who has one, a new one, a way back in for who forgot the password. */
@Command(
    name = "user",
    resourceBundle = Messages.BUNDLE,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {UserCommand.Add.class, UserCommand.ListAll.class, UserCommand.Reset.class})
public final class UserCommand {

  private UserCommand() {}

  private static LocalServer server(DataFolder data, Terminal terminal)
      throws InterruptedException {
    LocalServer server = LocalServer.of(data, terminal);
    terminal.done();
    return server;
  }

  /** {@code user add}: makes an account and prints the one-time link with which it is entered. */
  @Command(name = "add", resourceBundle = Messages.BUNDLE, mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Parameters(paramLabel = "NAME", descriptionKey = "user.name")
    private String name = "";

    @Option(
        names = "--display-name",
        paramLabel = "TEXT",
        defaultValue = "",
        descriptionKey = "user.display")
    private String displayName = "";

    @Option(names = "--administrator", descriptionKey = "user.administrator")
    private boolean administrator;

    @Override
    public Integer call() throws InterruptedException {
      try (LocalServer server = server(data.folder(), Terminal.ofThisProcess())) {
        ObjectNode account =
            StrictJson.object()
                .put("name", name)
                .put("displayName", displayName.isBlank() ? name : displayName)
                .put("administrator", administrator);
        String link = server.post("accounts", account).path("link").asText();
        System.out.println(Messages.text("user.link", name, server.absolute(link)));
        return 0;
      }
    }
  }

  /** {@code user list}: prints the accounts, one a line, separated by tabs. */
  @Command(name = "list", resourceBundle = Messages.BUNDLE, mixinStandardHelpOptions = true)
  static final class ListAll implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
      try (LocalServer server = server(data.folder(), Terminal.ofThisProcess())) {
        for (JsonNode account : accounts(server)) {
          System.out.println(
              String.join(
                  "\t",
                  account.path("name").asText(),
                  account.path("displayName").asText(),
                  Messages.text(
                      account.path("administrator").asBoolean()
                          ? "user.is.administrator"
                          : "user.is.member")));
        }
        return 0;
      }
    }
  }

  /** {@code user reset}: prints a one-time link with which a person sets a new password. */
  @Command(name = "reset", resourceBundle = Messages.BUNDLE, mixinStandardHelpOptions = true)
  static final class Reset implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Parameters(paramLabel = "NAME", descriptionKey = "user.name")
    private String name = "";

    @Override
    public Integer call() throws InterruptedException {
      try (LocalServer server = server(data.folder(), Terminal.ofThisProcess())) {
        for (JsonNode account : accounts(server)) {
          if (account.path("name").asText().equals(name)) {
            String link =
                server
                    .post("accounts/" + account.path("id").asText() + "/link", StrictJson.object())
                    .path("link")
                    .asText();
            System.out.println(Messages.text("user.link", name, server.absolute(link)));
            return 0;
          }
        }
        throw new Problem("user.unknown", name);
      }
    }
  }

  private static JsonNode accounts(LocalServer server) throws InterruptedException {
    return server.get("accounts").path("accounts");
  }
}
