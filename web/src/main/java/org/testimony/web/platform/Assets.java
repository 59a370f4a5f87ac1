package org.testimony.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Addresses of style sheets, fonts and scripts. They carry the program's version, so that browsers
 * keep them for good and never mix two versions.
 */
@Named("assets")
@ApplicationScoped
public class Assets {

  private static final String ROOT = "/assets/";

  private final String version;

  @Inject
  Assets(Settings settings) {
    this.version =
        "v" + (settings.version() + "-" + settings.build()).replaceAll("[^A-Za-z0-9.-]", "");
  }

  /** The address of a file below {@code assets/}, such as {@code css/base.css}. */
  public String path(String file) {
    return ROOT + version + "/" + file;
  }

  /** Serves {@code /assets/VERSION/file} from {@code /assets/file}. */
  @WebFilter("/assets/*")
  public static class Versions extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      String path = request.getServletPath();
      int slash = path.indexOf('/', ROOT.length());
      if (path.startsWith(ROOT + "v") && slash > 0) {
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        request.getRequestDispatcher(ROOT + path.substring(slash + 1)).forward(request, response);
      } else {
        chain.doFilter(request, response);
      }
    }
  }
}
