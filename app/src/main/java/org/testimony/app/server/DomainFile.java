package org.testimony.app.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Payara Micro's configuration, as delivered and with the parts that it would add while it starts.
 *
 * <p>It adds them in several threads at once, and one that reads a part before it is there ends the
 * start: "Config.getMonitoringService() is null", seen once in some hundred starts.
 *
 * @param path the file
 */
record DomainFile(Path path) {

  private static final String OF_SERVER =
      """
      <amx-configuration/>
      <stuck-threads-checker/>
      <microprofile-healthcheck-configuration/>
      <microprofile-fault-tolerance-configuration/>
      <microprofile-openapi-configuration/>
      <iiop-service/>
      <web-container>
        <session-config>
          <session-manager>
            <store-properties/>
            <manager-properties/>
          </session-manager>
          <session-properties/>
        </session-config>
      </web-container>
      <jdbc-config-source-configuration/>
      <group-management-service>
        <failure-detection/>
      </group-management-service>
      <monitoring-service>
        <module-monitoring-levels/>
      </monitoring-service>
      """;

  private static final String OF_DOMAIN = "<deployment-groups/>\n<clusters/>\n";

  /** Adds the parts to the file as delivered. */
  void complete() throws IOException {
    String delivered = Files.readString(path);
    Files.writeString(
        path, before("</domain>", OF_DOMAIN, before("</config>", OF_SERVER, delivered)));
  }

  private String before(String end, String parts, String text) throws IOException {
    int at = text.indexOf(end);
    if (at < 0 || at != text.lastIndexOf(end)) {
      throw new IOException("%s does not have one %s".formatted(path, end));
    }
    return text.substring(0, at) + parts + text.substring(at);
  }
}
