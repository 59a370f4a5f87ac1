package org.testimony.core.inception;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads UIMA CAS XMI: the type is in namespace and name of an element, primitive features are
 * attributes, arrays of strings are child elements, the text is in the Sofa of the initial view.
 *
 * <p>A document type is refused, so no entity is ever resolved.
 *
 * @param place the file, for messages
 * @param types the types whose annotations are wanted
 */
record XmiCas(String place, Set<String> types) {

  private static final String VIEW = "_InitialView";
  private static final String SOFA = "uima.cas.Sofa";
  private static final String MEMBERS = "uima.cas.View";
  private static final String ID = "id";
  private static final String XMI = "http://www.omg.org/XMI";
  private static final Set<String> NO_FEATURES = Set.of("begin", "end", "sofa", ID);

  /** What is found while the file goes by. */
  private static final class Found {
    private final Map<String, Cas.Annotation> byId = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private Optional<String> sofa = Optional.empty();
    private Optional<String> text = Optional.empty();
  }

  Cas read(byte[] bytes) {
    Found found = new Found();
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw new ExportRefused(place, "a document type is not read");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          element(xml, found);
        }
      }
    } catch (XMLStreamException e) {
      throw new ExportRefused(
          place
              + ", line %d, column %d"
                  .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()),
          "is no XMI: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
    return cas(found);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private Cas cas(Found found) {
    String text =
        found.text.orElseThrow(
            () -> new ExportRefused(place, "expected a Sofa with the text of " + VIEW));
    Set<String> members = found.members.getOrDefault(found.sofa.orElse(""), Set.of());
    List<Cas.Annotation> annotations = new ArrayList<>();
    found.byId.forEach(
        (id, annotation) -> {
          if (members.isEmpty() || members.contains(id)) {
            annotations.add(annotation);
          }
        });
    return new Cas(text, annotations);
  }

  private void element(XMLStreamReader xml, Found found) throws XMLStreamException {
    String type = type(xml);
    if (type.equals(SOFA) && VIEW.equals(xml.getAttributeValue(null, "sofaID"))) {
      found.sofa = Optional.ofNullable(xml.getAttributeValue(XMI, ID));
      found.text = Optional.ofNullable(xml.getAttributeValue(null, "sofaString"));
    } else if (type.equals(MEMBERS)) {
      String sofa = xml.getAttributeValue(null, "sofa");
      String members = xml.getAttributeValue(null, "members");
      if (sofa != null && members != null) {
        found.members.put(sofa, new HashSet<>(Arrays.asList(members.trim().split("\\s+"))));
      }
    } else if (types.contains(type)) {
      String id = String.valueOf(xml.getAttributeValue(XMI, ID));
      found.byId.put(id, annotation(xml, type));
    }
  }

  /** {@code http:///a/b/c.ecore} and {@code Name} are the type {@code a.b.c.Name}. */
  private static String type(XMLStreamReader xml) {
    String space = String.valueOf(xml.getNamespaceURI());
    if (!space.startsWith("http:///") || !space.endsWith(".ecore")) {
      return "";
    }
    String inside = space.substring("http:///".length(), space.length() - ".ecore".length());
    return inside.equals("uima/noNamespace")
        ? xml.getLocalName()
        : inside.replace('/', '.') + "." + xml.getLocalName();
  }

  private Cas.Annotation annotation(XMLStreamReader xml, String type) throws XMLStreamException {
    Map<String, List<String>> features = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (!NO_FEATURES.contains(xml.getAttributeLocalName(i))) {
        features.put(xml.getAttributeLocalName(i), List.of(xml.getAttributeValue(i)));
      }
    }
    Optional<Cas.Range> range = range(xml);
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        String feature = xml.getLocalName();
        List<String> values = new ArrayList<>(features.getOrDefault(feature, List.of()));
        values.add(xml.getElementText());
        features.put(feature, List.copyOf(values));
      }
    }
    return new Cas.Annotation(type, range, features);
  }

  private Optional<Cas.Range> range(XMLStreamReader xml) {
    String begin = xml.getAttributeValue(null, "begin");
    String end = xml.getAttributeValue(null, "end");
    if (begin == null && end == null) {
      return Optional.empty();
    }
    if (begin == null || end == null || !(begin + end).matches("[0-9]{1,18}")) {
      throw new ExportRefused(
          place + ", line %d".formatted(xml.getLocation().getLineNumber()),
          "expected whole offsets, found begin %s and end %s".formatted(begin, end));
    }
    return Optional.of(new Cas.Range(Integer.parseInt(begin), Integer.parseInt(end)));
  }
}
