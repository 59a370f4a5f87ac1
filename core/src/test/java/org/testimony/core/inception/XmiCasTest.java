package org.testimony.core.inception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** XMI as UIMA writes it, and XML that wants more than to be read. */
class XmiCasTest {

  private static final String HEAD =
      "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\""
          + " xmlns:custom=\"http:///custom.ecore\" xmlns:n=\"http:///uima/noNamespace.ecore\">";
  private static final String SOFA =
      "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" sofaString=\"a&#10;&#x1F309;b\"/>";

  private static Cas read(String xml) {
    return new XmiCas("f.xmi", Set.of("custom.Claim", "Plain"))
        .read(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static void refuses(String xml, String message) {
    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(ExportRefused.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void types_features_and_text_are_read() {
    Cas cas =
        read(
            HEAD
                + "<custom:Claim xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"1\" label=\"x\"/>"
                + "<custom:Claim xmi:id=\"3\" sofa=\"1\" begin=\"2\" end=\"4\">"
                + "<tags>p</tags><tags>q</tags></custom:Claim>"
                + "<custom:Claim xmi:id=\"4\" sofa=\"1\" begin=\"0\" end=\"1\" label=\"gone\"/>"
                + "<n:Plain xmi:id=\"5\" value=\"v\"/>"
                + SOFA
                + "<cas:View sofa=\"1\" members=\"2 3 5\"/></xmi:XMI>");
    assertThat(cas.text()).isEqualTo("a\n🌉b");
    assertThat(cas.annotations())
        .containsExactlyInAnyOrder(
            new Cas.Annotation(
                "custom.Claim", Optional.of(new Cas.Range(0, 1)), Map.of("label", List.of("x"))),
            new Cas.Annotation(
                "custom.Claim",
                Optional.of(new Cas.Range(2, 4)),
                Map.of("tags", List.of("p", "q"))),
            new Cas.Annotation("Plain", Optional.empty(), Map.of("value", List.of("v"))));
  }

  @Test
  void a_document_type_is_refused_and_no_entity_is_resolved() {
    refuses(
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + HEAD + "&e;</xmi:XMI>",
        "f.xmi: a document type is not read");
  }

  @Test
  void what_is_no_xml_is_refused_with_line_and_column() {
    refuses(HEAD + "\n<custom:Claim", "f.xmi, line 2, column ");
    refuses("", "f.xmi, line 1, column 1: is no XMI");
  }

  @Test
  void a_text_and_whole_offsets_are_needed() {
    refuses(HEAD + "</xmi:XMI>", "f.xmi: expected a Sofa with the text of _InitialView");
    refuses(
        HEAD + "<custom:Claim xmi:id=\"2\" begin=\"x\" end=\"1\"/></xmi:XMI>",
        "f.xmi, line 1: expected whole offsets, found begin x and end 1");
  }
}
