package org.testimony.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/**
 * What the browser sees of a request: behind a reverse proxy that is trusted, what its forwarded
 * headers say, else what the connection says.
 */
@ApplicationScoped
public class Forwarding {

  private final Settings settings;

  @Inject
  Forwarding(Settings settings) {
    this.settings = settings;
  }

  /** The address of the browser, for slowing down guesses. */
  public String address(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    String[] hops = header(request, "X-Forwarded-For").orElse("").split(",", -1);
    for (int i = hops.length - 1; i >= 0 && isTrusted(address); i--) {
      String hop = hops[i].strip();
      if (hop.isEmpty()) {
        break;
      }
      address = hop;
    }
    return address;
  }

  /** Whether the browser speaks TLS. */
  public boolean secure(HttpServletRequest request) {
    return request.isSecure()
        || header(request, "X-Forwarded-Proto").filter("https"::equalsIgnoreCase).isPresent();
  }

  /** Host and port that the browser asked for. */
  public Optional<String> host(HttpServletRequest request) {
    return header(request, "X-Forwarded-Host")
        .or(() -> Optional.ofNullable(request.getHeader("Host")));
  }

  /** Whether a page that the browser calls this origin is one of ours. */
  public boolean isOurs(String origin, HttpServletRequest request) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(host(request).orElse(""));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Where the application begins, such as {@code https://example.org}; without a slash. */
  public String base(HttpServletRequest request) {
    if (settings.publicUrl().isPresent()) {
      return settings.publicUrl().get();
    }
    String scheme = secure(request) ? "https://" : "http://";
    return scheme + host(request).orElse(request.getServerName()) + request.getContextPath();
  }

  private Optional<String> header(HttpServletRequest request, String name) {
    return isTrusted(request.getRemoteAddr())
        ? Optional.ofNullable(request.getHeader(name))
        : Optional.empty();
  }

  private boolean isTrusted(String address) {
    return settings.trustedProxies().contains(address);
  }
}
