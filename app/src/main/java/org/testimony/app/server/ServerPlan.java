package org.testimony.app.server;

import java.util.Map;
import org.testimony.app.DataFolder;
import org.testimony.app.ProgramFolder;

/**
 * What a server is to be.
 *
 * @param program where its parts lie
 * @param data where it keeps its files
 * @param host the address that it listens at
 * @param port the port that it listens at
 * @param settings its settings as variables of its environment, so that no list of processes shows
 *     a secret
 */
public record ServerPlan(
    ProgramFolder program, DataFolder data, String host, int port, Map<String, String> settings) {

  /** Copies the map. */
  public ServerPlan {
    settings = Map.copyOf(settings);
  }

  /** Where the server answers on this machine. */
  public String localAddress() {
    return "http://" + (wildcard() ? "127.0.0.1" : bracketed()) + ":" + port + "/";
  }

  private String bracketed() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private boolean wildcard() {
    return host.equals("0.0.0.0") || host.equals("::");
  }
}
