package org.testimony.web.annotation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.testimony.core.text.StrictJson;
import org.testimony.web.platform.Assets;
import org.testimony.web.platform.CurrentActor;

/** The frame of the workbench page; what is in it the page's modules fetch themselves. */
@Named
@RequestScoped
public class WorkbenchView {

  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("org.testimony.web.workbench", Locale.ROOT);

  private final Assets assets;
  private final CurrentActor current;
  private @Nullable String assignment;

  @Inject
  WorkbenchView(Assets assets, CurrentActor current) {
    this.assets = assets;
    this.current = current;
  }

  /** Id of the assignment. */
  public @Nullable String getAssignment() {
    return assignment;
  }

  /** Set from the address. */
  public void setAssignment(@Nullable String assignment) {
    this.assignment = assignment;
  }

  /** Id of the person, by whom alone kept changes may be sent. */
  public String getPerson() {
    return current.actor().account().toString();
  }

  /** Where static files lie. */
  public String getAssets() {
    String path = assets.path("");
    return path.substring(0, path.length() - 1);
  }

  /** The texts of the surface as JSON that may stand inside a script element. */
  public String getMessages() {
    ObjectNode words = StrictJson.object();
    Enumeration<String> keys = WORDS.getKeys();
    while (keys.hasMoreElements()) {
      String key = keys.nextElement();
      words.put(key, WORDS.getString(key));
    }
    return StrictJson.write(words)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026");
  }
}
