package org.testimony.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built product, run as a person runs it: {@code java -jar testimony.jar}. */
public final class Product implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final Path output;
  private final Path data;
  private final int port;

  private Product(Process process, Path output, Path data, int port) {
    this.process = process;
    this.output = output;
    this.data = data;
    this.port = port;
  }

  /** Folder of the built program. */
  public static ProgramFolder program() {
    return new ProgramFolder(jar().resolveSibling("."));
  }

  private static Path jar() {
    return Path.of(System.getProperty("testimony.jar", "target/testimony.jar")).toAbsolutePath();
  }

  /** A new, empty folder for a test. */
  public static Path folder(String name) {
    try {
      Files.createDirectories(parent());
      return Files.createTempDirectory(parent(), name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tests that run at the same time have folders of their own. */
  private static Path parent() {
    return Path.of(System.getProperty("testimony.it.folder", "target/it")).toAbsolutePath();
  }

  /** A port of 127.0.0.1 that nobody listens at. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts {@code serve} on a data folder and waits until it says that it is ready. */
  public static Product serve(Path data, Map<String, String> variables) {
    int port = freePort();
    try {
      Path output = Files.createTempFile(data, "product", ".out");
      Product product =
          new Product(
              builder(List.of("serve", "--data", data.toString(), "--port", "" + port), variables)
                  .redirectErrorStream(true)
                  .redirectOutput(output.toFile())
                  .start(),
              output,
              data,
              port);
      product.awaitReady();
      return product;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!output().contains("ready at")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new AssertionError("the product did not start: " + output() + log());
      }
      sleep();
    }
  }

  private String log() throws IOException {
    Path log = new DataFolder(data).logs().resolve("server.log");
    return Files.exists(log) ? new LogFile(log).text(0) : "";
  }

  /**
   * How a command ended.
   *
   * @param status its exit status
   * @param output its standard output
   * @param errors its standard error
   */
  public record Ended(int status, String output, String errors) {}

  /** Runs a command of the product to its end. */
  public static Ended run(Map<String, String> variables, String... arguments) {
    try {
      Path folder = folder("run");
      Path output = folder.resolve("out");
      Path errors = folder.resolve("err");
      Process process =
          builder(List.of(arguments), variables)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroy();
        throw new AssertionError(List.of(arguments) + " did not end");
      }
      return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ProcessBuilder builder(List<String> arguments, Map<String, String> variables) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-jar");
    command.add(jar().toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> all = new HashMap<>(builder.environment());
    all.keySet().removeIf(name -> name.startsWith("TESTIMONY_"));
    all.put("TESTIMONY_RUNTIME", parent().resolve("runtime").toString());
    all.putAll(variables);
    builder.environment().clear();
    builder.environment().putAll(all);
    return builder;
  }

  /** What it has printed so far. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it answers. */
  public String address() {
    return "http://127.0.0.1:" + port + "/";
  }

  /** The port that it answers at. */
  public int port() {
    return port;
  }

  /** Its data folder. */
  public DataFolder data() {
    return new DataFolder(data);
  }

  /** Its supervisor's process. */
  public Process process() {
    return process;
  }

  /** The status of the answer to a GET. */
  public int status(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address() + path)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** Whether a process runs; one that is dead and not yet buried does not. */
  public static boolean runs(ProcessHandle handle) {
    return handle.isAlive() && handle.info().command().isPresent();
  }

  /** Waits until a process is gone. */
  public static boolean gone(ProcessHandle handle, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (runs(handle) && System.nanoTime() < deadline) {
      sleep();
    }
    return !runs(handle);
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops it as a service manager does. */
  @Override
  public void close() {
    process.destroy();
    if (!gone(process.toHandle(), Duration.ofSeconds(30))) {
      process.destroyForcibly();
      throw new AssertionError("the product did not stop");
    }
  }
}
