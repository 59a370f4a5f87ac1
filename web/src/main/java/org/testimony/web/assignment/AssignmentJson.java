package org.testimony.web.assignment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.testimony.core.text.StrictJson;
import org.testimony.web.assignment.ListAssignments.Entry;

/** Assignments as REST shows them. */
final class AssignmentJson {

  private AssignmentJson() {}

  static ObjectNode list(List<Entry> entries) {
    ObjectNode node = StrictJson.object();
    ArrayNode array = node.putArray("assignments");
    for (Entry entry : entries) {
      ObjectNode item = array.addObject();
      item.put("id", entry.assignment().id().toString());
      item.put("project", entry.project().key());
      item.put("round", entry.round().id().toString());
      item.put("article", entry.article().id().toString());
      item.put("title", entry.article().details().title());
      item.put("annotator", entry.annotator().name());
      item.put("phase", entry.assignment().phase().name());
      item.put("position", entry.assignment().position());
      item.put("state", entry.assignment().state().name());
      item.put("revision", entry.assignment().revision());
      Optional<String> note = entry.assignment().note();
      note.ifPresent(text -> item.put("note", text));
    }
    return node;
  }
}
