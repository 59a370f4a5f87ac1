package org.testimony.app.command;

import java.util.concurrent.Callable;
import org.testimony.app.Messages;
import org.testimony.app.supervisor.Installation.Demonstration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: starts everything and serves until it is stopped. */
@Command(name = "serve", resourceBundle = Messages.BUNDLE, mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {

  @Mixin private ServeOptions options = new ServeOptions();

  @Option(names = "--demo", descriptionKey = "option.demo")
  private boolean demo;

  @Override
  public Integer call() throws InterruptedException {
    return options.serve(demo ? Demonstration.FILLED : Demonstration.NONE);
  }
}
