package org.testimony.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class DomainFileTest {

  private static final String DELIVERED =
      """
      <domain>
        <configs>
          <config name="server-config">
            <java-config/>
          </config>
        </configs>
      </domain>
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void has_what_payara_would_add_while_it_starts_and_keeps_the_rest() throws Exception {
    Path file = Files.writeString(folder.resolve("domain.xml"), DELIVERED);

    new DomainFile(file).complete();

    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    assertThat(parent(document, "java-config")).isEqualTo("config");
    assertThat(parent(document, "monitoring-service")).isEqualTo("config");
    assertThat(parent(document, "module-monitoring-levels")).isEqualTo("monitoring-service");
    assertThat(parent(document, "clusters")).isEqualTo("domain");
  }

  private static String parent(Document document, String name) {
    return document.getElementsByTagName(name).item(0).getParentNode().getNodeName();
  }

  @Test
  void refuses_a_file_of_another_shape() throws IOException {
    Path file = Files.writeString(folder.resolve("domain.xml"), "<domain></domain>");
    assertThatThrownBy(() -> new DomainFile(file).complete())
        .hasMessageContaining("does not have one </config>");
    assertThat(file).hasContent("<domain></domain>");
  }
}
