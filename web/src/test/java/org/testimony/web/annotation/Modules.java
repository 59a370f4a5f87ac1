package org.testimony.web.annotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * The JavaScript modules of the annotation surface as JUnit sees them: functions from JSON to JSON,
 * run by GraalJS, with no browser around them.
 */
final class Modules implements AutoCloseable {

  /** The sources of the surface. */
  static final Path SURFACE = Path.of("src/main/webapp/assets/workbench");

  private static final Path CASES = Path.of("src/test/resources/workbench");
  private static final Path VECTORS = Path.of("src/test/resources/vectors");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Context context;
  private final Value exports;

  private Modules(Context context, Value exports) {
    this.context = context;
    this.exports = exports;
  }

  /** Loads a module of test functions, which imports the modules under test. */
  static Modules load(String cases) {
    Context context =
        Context.newBuilder("js")
            .allowIO(IOAccess.ALL)
            .option("engine.WarnInterpreterOnly", "false")
            .option("js.esm-eval-returns-exports", "true")
            .build();
    try {
      Source source =
          Source.newBuilder("js", CASES.resolve(cases).toAbsolutePath().toFile())
              .mimeType("application/javascript+module")
              .build();
      return new Modules(context, context.eval(source));
    } catch (IOException e) {
      context.close();
      throw new UncheckedIOException(e);
    }
  }

  /** The vectors of a file, shared by whoever implements the same thing. */
  static JsonNode vectors(String file) {
    try {
      return JSON.readTree(Files.readString(VECTORS.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls a test function with one value and takes what it returns, or what its promise holds. */
  JsonNode call(String function, Object argument) {
    try {
      Value parsed = context.eval("js", "JSON.parse").execute(JSON.writeValueAsString(argument));
      Value result = settled(exports.getMember(function).execute(parsed));
      Value written = context.eval("js", "JSON.stringify").execute(result);
      return JSON.readTree(written.asString());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Promises settle before control comes back: nothing in these modules waits for real time. */
  private Value settled(Value result) {
    if (!result.canInvokeMember("then")) {
      return result;
    }
    CompletableFuture<Value> future = new CompletableFuture<>();
    ProxyExecutable kept = arguments -> future.complete(arguments[0]);
    ProxyExecutable refused =
        arguments -> future.completeExceptionally(new AssertionError(trace(arguments[0])));
    result.invokeMember("then", kept, refused);
    if (!future.isDone()) {
      throw new AssertionError("the promise has not been settled");
    }
    return future.join();
  }

  private static String trace(Value problem) {
    Value stack = problem.getMember("stack");
    return stack == null ? problem.toString() : stack.asString();
  }

  /** Whether a call throws in JavaScript. */
  boolean refuses(String function, Object argument) {
    try {
      call(function, argument);
      return false;
    } catch (PolyglotException e) {
      return e.isGuestException();
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
