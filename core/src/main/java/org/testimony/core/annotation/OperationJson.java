package org.testimony.core.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.Change.Place;
import org.testimony.core.annotation.Operation.Input;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;
import org.testimony.core.text.StrictJson.Malformed;

/**
 * Operations as JSON: the form in which clients send them, the log keeps them and exports show
 * them. One form for each operation, so that its bytes can be hashed.
 */
public final class OperationJson {

  private OperationJson() {}

  /** The operation as an object; properties without value are absent. */
  public static ObjectNode write(Operation operation) {
    ObjectNode node = StrictJson.object();
    node.put("opId", operation.id().toString());
    node.put("clientSeq", operation.clientSequence());
    writeChange(operation.change(), node);
    node.put("input", operation.input().name());
    node.put("codebook", operation.codebookVersion());
    return node;
  }

  private static void writeChange(Change change, ObjectNode node) {
    if (change instanceof Change.AddSpan c) {
      head(node, "addSpan", c.span());
      node.set("after", ValueJson.write(c.after(), StrictJson.object()));
    } else if (change instanceof Change.RemoveSpan c) {
      head(node, "removeSpan", c.span());
      c.before().ifPresent(b -> node.set("before", ValueJson.write(b, StrictJson.object())));
    } else if (change instanceof Change.MoveSpan c) {
      head(node, "moveSpan", c.span());
      c.before().ifPresent(b -> node.set("before", ValueJson.write(b)));
      node.set("after", ValueJson.write(c.after()));
    } else if (change instanceof Change.Relabel c) {
      texts(head(node, "relabel", c.span()), c.before(), Optional.of(c.after()));
    } else if (change instanceof Change.SetFeature c) {
      values(head(node, "setFeature", c.span()).put("field", c.field()), c.before(), c.after());
    } else if (change instanceof Change.Link c) {
      head(node, "link", c.relation());
      node.set("after", ValueJson.write(c.after(), StrictJson.object()));
    } else if (change instanceof Change.Unlink c) {
      head(node, "unlink", c.relation());
      c.before().ifPresent(b -> node.set("before", ValueJson.write(b, StrictJson.object())));
    } else if (change instanceof Change.Judge c) {
      texts(head(node, "judge", c.claim()).put("target", c.target()), c.before(), c.after());
    } else if (change instanceof Change.SetArticleValue c) {
      node.put("type", "setArticleValue").put("field", c.key().feature());
      c.key().target().ifPresent(target -> node.put("target", target));
      values(node, c.before(), c.after());
    } else if (change instanceof Change.SetNote c) {
      node.put("type", "setNote");
      c.span().ifPresent(span -> node.put("subject", span.toString()));
      texts(node, c.before(), c.after());
    } else if (change instanceof Change.SetFlag c) {
      node.put("type", "setFlag");
      c.span().ifPresent(span -> node.put("subject", span.toString()));
      node.put("field", "discuss").put("before", c.before()).put("after", c.after());
    } else if (change instanceof Change.Submit c) {
      node.put("type", "submit");
      if (c.unsetStanceConfirmed()) {
        node.putObject("after").put("unsetStanceConfirmed", true);
      }
    } else {
      node.put("type", "reopen");
    }
  }

  private static ObjectNode head(ObjectNode node, String type, Object subject) {
    return node.put("type", type).put("subject", subject.toString());
  }

  private static void texts(ObjectNode node, Optional<String> before, Optional<String> after) {
    before.ifPresent(text -> node.put("before", text));
    after.ifPresent(text -> node.put("after", text));
  }

  private static void values(
      ObjectNode node, Optional<FeatureValue> before, Optional<FeatureValue> after) {
    before.ifPresent(value -> node.set("before", ValueJson.write(value)));
    after.ifPresent(value -> node.set("after", ValueJson.write(value)));
  }

  /**
   * The operation that an object describes.
   *
   * @throws Malformed when it has another form
   */
  public static Operation read(JsonObject object) {
    object.only(
        "opId",
        "clientSeq",
        "type",
        "subject",
        "field",
        "target",
        "before",
        "after",
        "input",
        "codebook");
    UUID id = object.uuid("opId");
    if (id.version() != 4) {
      throw new Malformed(object.at("opId"), "a random UUID (version 4) was expected");
    }
    return new Operation(
        id,
        object.longInteger("clientSeq"),
        readChange(object),
        object.constant("input", Input.class),
        object.text("codebook"));
  }

  private static Change readChange(JsonObject o) {
    String type = o.text("type");
    return switch (type) {
      case "addSpan" -> new Change.AddSpan(span(o), ValueJson.readContent(o.object("after")));
      case "removeSpan" -> new Change.RemoveSpan(span(o), content(o));
      case "moveSpan" ->
          new Change.MoveSpan(span(o), place(o), ValueJson.readPlace(o.object("after")));
      case "relabel" -> new Change.Relabel(span(o), o.optionalText("before"), o.text("after"));
      case "setFeature" ->
          new Change.SetFeature(
              span(o),
              o.text("field"),
              ValueJson.readValue(o, "before"),
              ValueJson.readValue(o, "after"));
      case "link" -> new Change.Link(relation(o), ends(o.object("after")));
      case "unlink" ->
          new Change.Unlink(
              relation(o),
              o.has("before") ? Optional.of(ends(o.object("before"))) : Optional.empty());
      case "judge" ->
          new Change.Judge(
              span(o), o.text("target"), o.optionalText("before"), o.optionalText("after"));
      case "setArticleValue" ->
          new Change.SetArticleValue(
              new ValueKey(o.text("field"), o.optionalText("target")),
              ValueJson.readValue(o, "before"),
              ValueJson.readValue(o, "after"));
      case "setNote" ->
          new Change.SetNote(optionalSpan(o), o.optionalText("before"), o.optionalText("after"));
      case "setFlag" -> readFlag(o);
      case "submit" -> new Change.Submit(readConfirmed(o));
      default -> throw new Malformed(o.at("type"), "unknown type of operation: " + type);
    };
  }

  private static AnnotationId span(JsonObject object) {
    return new AnnotationId(object.uuid("subject"));
  }

  private static Optional<AnnotationId> optionalSpan(JsonObject object) {
    return object.has("subject") ? Optional.of(span(object)) : Optional.empty();
  }

  private static RelationId relation(JsonObject object) {
    return new RelationId(object.uuid("subject"));
  }

  private static Relation.Ends ends(JsonObject object) {
    return ValueJson.readEnds(object.only("type", "from", "to"));
  }

  private static Optional<Content> content(JsonObject object) {
    return object.has("before")
        ? Optional.of(ValueJson.readContent(object.object("before")))
        : Optional.empty();
  }

  private static Optional<Place> place(JsonObject object) {
    return object.has("before")
        ? Optional.of(ValueJson.readPlace(object.object("before")))
        : Optional.empty();
  }

  private static Change readFlag(JsonObject object) {
    if (!object.text("field").equals("discuss")) {
      throw new Malformed(object.at("field"), "the only flag is discuss");
    }
    return new Change.SetFlag(optionalSpan(object), object.flag("before"), object.flag("after"));
  }

  private static boolean readConfirmed(JsonObject object) {
    return object.has("after")
        && object.object("after").only("unsetStanceConfirmed").flag("unsetStanceConfirmed");
  }

  /**
   * The operation that the log keeps, which may also be one that only the server writes.
   *
   * @throws Malformed when it has another form
   */
  public static Operation readLogged(JsonNode node) {
    JsonObject object = JsonObject.of(node);
    if (!object.text("type").equals("reopen")) {
      return read(object);
    }
    return new Operation(
        object.uuid("opId"),
        object.longInteger("clientSeq"),
        new Change.Reopen(),
        object.constant("input", Input.class),
        object.text("codebook"));
  }
}
