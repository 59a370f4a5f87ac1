package org.testimony.web.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every answer tells the browser to refuse. Faces pages write their content policy themselves,
 * because it names the scripts of the page; of two policies a browser would obey both, so an answer
 * has one.
 */
public final class SecurityHeaders {

  private static final String POLICY_HEADER = "Content-Security-Policy";
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none';"
          + " base-uri 'none'; form-action 'self'";

  private SecurityHeaders() {}

  /** Sets the headers of the answer at this path. */
  static void set(String path, HttpServletResponse response) {
    setCommon(response);
    boolean page = path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/");
    if (!page) {
      response.setHeader(POLICY_HEADER, POLICY);
    }
    if (page || path.startsWith("/api/")) {
      response.setHeader("Cache-Control", "no-store");
    }
  }

  private static void setCommon(HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  }

  /**
   * Sets the headers again on error pages, whose answer may have been begun anew. The page is read
   * like any other page: what a form sent is not for it.
   */
  @WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.ERROR)
  public static class OfErrors extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      setCommon(response);
      response.setHeader("Cache-Control", "no-store");
      chain.doFilter(new Reading(request), new OnePolicy(response));
    }
  }

  /** Lets the policy of the error page take the place of the one of what was asked for. */
  private static final class OnePolicy extends HttpServletResponseWrapper {

    OnePolicy(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      if (POLICY_HEADER.equalsIgnoreCase(name)) {
        setHeader(name, value);
      } else {
        super.addHeader(name, value);
      }
    }
  }

  /** The request of a form as one that only reads. */
  private static final class Reading extends HttpServletRequestWrapper {

    Reading(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return null;
    }
  }
}
