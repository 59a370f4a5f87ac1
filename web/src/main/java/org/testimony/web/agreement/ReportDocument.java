package org.testimony.web.agreement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.testimony.core.agreement.AgreementJson;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;
import org.testimony.core.text.StrictJson;

/** The report and its passages as REST gives them. */
final class ReportDocument {

  private ReportDocument() {}

  /** A report, with what it counts and leaves out. */
  static ObjectNode of(AgreementReport report) {
    ObjectNode node = AgreementJson.of(report.measured());
    node.put("project", report.project().key());
    node.put("purpose", report.purpose().name());
    ArrayNode rounds = node.putArray("rounds");
    report
        .rounds()
        .forEach(
            round ->
                rounds
                    .addObject()
                    .put("id", round.id().toString())
                    .put("number", round.number())
                    .put("name", round.name())
                    .put("locked", round.locked().isPresent()));
    ObjectNode names = node.putObject("names");
    report.names().forEach(names::put);
    ArrayNode leftOut = node.putArray("assignmentsLeftOut");
    report
        .leftOut()
        .forEach(
            left ->
                leftOut.addObject().put("reason", left.why().name()).put("count", left.count()));
    ArrayNode notMeasured = node.putArray("notMeasured");
    report
        .notMeasured()
        .forEach(
            not ->
                notMeasured.addObject().put("title", not.title()).put("reason", not.why().name()));
    return node;
  }

  /** A page of passages. */
  static ObjectNode of(Passages passages) {
    ObjectNode node = StrictJson.object();
    node.put("project", passages.project().key());
    node.put("measure", passages.query().line());
    node.put("total", passages.total());
    node.put("withheld", passages.withheld());
    node.put("from", passages.query().from());
    ObjectNode names = node.putObject("names");
    passages.names().forEach(names::put);
    ArrayNode list = node.putArray("passages");
    passages.list().forEach(place -> write(list.addObject(), place));
    return node;
  }

  private static void write(ObjectNode node, Passages.Place place) {
    node.putObject("article")
        .put("id", place.article().id().value().toString())
        .put("title", place.article().details().title());
    node.put("target", place.target().orElse(null));
    node.put("agrees", place.agrees());
    ArrayNode versions = node.putArray("versions");
    for (Passages.Version version : place.versions()) {
      ObjectNode entry = versions.addObject().put("annotator", version.annotator());
      if (version.span().isPresent()) {
        entry.set("span", offsets(version.span().get()));
      } else {
        entry.putNull("span");
      }
      version.quote().forEach(entry.putArray("quote")::add);
      entry.put("label", version.label().orElse(null));
      version.speakers().forEach(entry.putArray("speakers")::add);
    }
  }

  private static ArrayNode offsets(Span span) {
    ArrayNode offsets = StrictJson.object().putArray("span");
    for (Fragment fragment : span.fragments()) {
      offsets.addArray().add(fragment.begin()).add(fragment.end());
    }
    return offsets;
  }
}
