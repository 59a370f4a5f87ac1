package org.testimony.web.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every page and REST address: sends those who have to sign in to the sign-in page,
 * and refuses changing requests of a browser that do not come from our own pages.
 */
@WebFilter("/*")
public class Gate extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OPEN_PAGES = Set.of("/sign-in.xhtml", "/welcome.xhtml");

  /** Parts of pages; nobody is to open one as a page. */
  private static final String COMPONENTS = "/resources/";

  private final transient Forwarding forwarding;

  @Inject
  Gate(Forwarding forwarding) {
    this.forwarding = forwarding;
  }

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse direct, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse response = new RelativeRedirects(direct);
    String path = request.getServletPath() + orEmpty(request.getPathInfo());
    SecurityHeaders.set(path, response);
    if (path.startsWith("/api/")) {
      String refusal = refusal(request);
      if (!refusal.isEmpty()) {
        Problems.write(response, 403, refusal, Texts.of(refusal));
        return;
      }
    } else if (path.startsWith(COMPONENTS)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    } else if (isFromElsewhere(request)) {
      Problems.write(response, 403, "refused.origin", Texts.of("refused.origin"));
      return;
    } else if (needsSignIn(path) && !CurrentActor.of(request).isSignedIn()) {
      sendToSignIn(request, response, path);
      return;
    }
    chain.doFilter(request, response);
  }

  private static String orEmpty(@Nullable String part) {
    return part == null ? "" : part;
  }

  private static boolean needsSignIn(String path) {
    return path.endsWith(".xhtml")
        && !OPEN_PAGES.contains(path)
        && !path.startsWith("/jakarta.faces.resource/");
  }

  private static void sendToSignIn(
      HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setStatus(401);
      return;
    }
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    String back = URLEncoder.encode(path + query, StandardCharsets.UTF_8);
    response.sendRedirect(request.getContextPath() + "/sign-in.xhtml?to=" + back);
  }

  /** Why a browser's request to REST is refused; empty where it is not. */
  private String refusal(HttpServletRequest request) {
    if (READING.contains(request.getMethod())
        || Identities.bearer(request).isPresent()
        || CurrentActor.signedIn(request).isEmpty()) {
      return "";
    }
    String token = request.getHeader("X-Testimony-Token");
    if (!CurrentActor.signedIn(request).get().token().equals(token)) {
      return "refused.token";
    }
    return isFromElsewhere(request) ? "refused.origin" : "";
  }

  private boolean isFromElsewhere(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    return !READING.contains(request.getMethod())
        && origin != null
        && !forwarding.isOurs(origin, request);
  }
}
