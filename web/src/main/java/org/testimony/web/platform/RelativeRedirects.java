package org.testimony.web.platform;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Sends the browser on by a path without scheme and host: behind a reverse proxy that ends TLS, the
 * server would name an address that the browser cannot reach.
 */
final class RelativeRedirects extends HttpServletResponseWrapper {

  RelativeRedirects(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void sendRedirect(String location) {
    resetBuffer();
    setStatus(SC_FOUND);
    setHeader("Location", location);
    setContentLength(0);
  }
}
