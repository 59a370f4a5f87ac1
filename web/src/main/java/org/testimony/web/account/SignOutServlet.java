package org.testimony.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.testimony.web.platform.SessionDoor;

/** Ends the session at the press of "sign out"; needs no Faces view, so that it always works. */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient SessionDoor door;

  @Inject
  SignOutServlet(SessionDoor door) {
    this.door = door;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String token = request.getParameter("token");
    if (token != null && door.isOpenFor(token)) {
      door.close();
    }
    response.sendRedirect(request.getContextPath() + "/sign-in.xhtml");
  }
}
