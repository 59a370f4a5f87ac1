package org.testimony.app.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that breaks: it passes each request on to the product, waits for the whole reply, and
 * drops some replies, chosen by a seed, so that the sender cannot know what became of the request.
 */
final class DroppingProxy implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+)\\r?$");
  private static final String END_OF_HEADERS = "\r\n\r\n";

  private final ServerSocket door;
  private final int port;
  private final Random random;
  private final int oneIn;
  private final AtomicInteger dropped = new AtomicInteger();
  private final Queue<IOException> faults = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /**
   * A line to a port of this machine.
   *
   * @param oneIn about one reply in so many is dropped
   */
  DroppingProxy(int port, long seed, int oneIn) throws IOException {
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = port;
    this.random = new Random(seed);
    this.oneIn = oneIn;
    threads.execute(this::serve);
  }

  /** Where it listens. */
  String address() {
    return "http://127.0.0.1:" + door.getLocalPort() + "/";
  }

  /** How many replies it has dropped. */
  int dropped() {
    return dropped.get();
  }

  /** What went wrong on the line itself; the test fails on any. */
  List<IOException> faults() {
    return List.copyOf(faults);
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        threads.execute(() -> pass(client));
      } catch (IOException e) {
        if (!door.isClosed()) {
          faults.add(e);
        }
      }
    }
  }

  private void pass(Socket client) {
    try (client;
        Socket product = new Socket(InetAddress.getLoopbackAddress(), port)) {
      byte[] request = request(client.getInputStream());
      if (request.length == 0) {
        return;
      }
      product.getOutputStream().write(request);
      byte[] reply = product.getInputStream().readAllBytes();
      if (drops()) {
        dropped.incrementAndGet();
      } else {
        client.getOutputStream().write(reply);
      }
    } catch (IOException e) {
      faults.add(e);
    }
  }

  private synchronized boolean drops() {
    return random.nextInt(oneIn) == 0;
  }

  /** One whole request, told to close the connection afterwards; empty where none came. */
  private static byte[] request(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEADERS)) {
      int next = in.read();
      if (next < 0) {
        return new byte[0];
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    Matcher length = LENGTH.matcher(text);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(
        text.replaceFirst("\r\n", "\r\nConnection: close\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    whole.write(body);
    return whole.toByteArray();
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}
