package org.testimony.app.command;

import java.util.concurrent.Callable;
import org.testimony.app.Messages;
import org.testimony.app.supervisor.Installation.Demonstration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demo}: serves an installation that is filled with the demonstration project. */
@Command(name = "demo", resourceBundle = Messages.BUNDLE, mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  @Mixin private ServeOptions options = new ServeOptions();

  @Override
  public Integer call() throws InterruptedException {
    return options.serve(Demonstration.FILLED);
  }
}
