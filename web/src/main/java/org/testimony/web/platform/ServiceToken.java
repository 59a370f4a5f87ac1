package org.testimony.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The secret by which the command line on the same machine is known. New at each start, in a file
 * that only the owner can read.
 */
@ApplicationScoped
public class ServiceToken {

  private static final String FILE = "service-token";

  private final HandOver handOver;
  private final String token = Secrets.random();

  @Inject
  ServiceToken(HandOver handOver) {
    this.handOver = handOver;
  }

  /** Writes the token for the command line. */
  public void publish() {
    handOver.write(FILE, token);
  }

  /** Whether the token is this one, and the request comes from this machine and from no proxy. */
  public boolean matches(String candidate, HttpServletRequest request) {
    return MessageDigest.isEqual(
            candidate.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))
        && request.getHeader("X-Forwarded-For") == null
        && isLoopback(request.getRemoteAddr());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
