package org.testimony.core.release;

import java.util.ArrayList;
import java.util.List;
import org.testimony.core.codebook.Feature;
import org.testimony.core.codebook.FeatureType;
import org.testimony.core.codebook.Judging;
import org.testimony.core.codebook.Label;
import org.testimony.core.codebook.Layer;
import org.testimony.core.codebook.RelationType;
import org.testimony.core.codebook.Target;

/** What brat has to know of a codebook: names that may be used, and how they look. */
final class BratConfig {

  /** The attribute of annotations to talk about. */
  static final String DISCUSS = "discuss";

  /** Backgrounds of the six colours of the palette, light enough for black letters. */
  private static final List<String> COLOURS =
      List.of("#fab633", "#9cc0ff", "#a8fbe2", "#dcabce", "#f59d80", "#8ed6e4");

  private BratConfig() {}

  /** The attribute of a layer's feature; ids have no hyphen, so that no two are the same. */
  static String feature(String layer, String feature) {
    return layer + "-" + feature;
  }

  /** The attribute of the stance toward a target. */
  static String stance(String target) {
    return "stance-" + target;
  }

  static String annotation(Vocabulary vocabulary) {
    List<String> lines = new ArrayList<>();
    lines.add("[entities]");
    vocabulary.layers().forEach(layer -> lines.add(layer.id()));
    lines.add("");
    lines.add("[relations]");
    for (RelationType relation : vocabulary.relations()) {
      lines.add("%s\tArg1:%s, Arg2:%s".formatted(relation.id(), relation.from(), relation.to()));
    }
    lines.add("<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>");
    lines.add("");
    lines.add("[events]");
    lines.add("");
    lines.add("[attributes]");
    vocabulary.layers().forEach(layer -> attributes(layer, lines));
    for (Judging judging : vocabulary.judgings()) {
      for (Target target : vocabulary.targets()) {
        lines.add(choice(stance(target.id()), judging.layer(), judging.labels()));
      }
    }
    lines.add("%s\tArg:<ENTITY>".formatted(DISCUSS));
    return String.join("\n", lines) + "\n";
  }

  private static void attributes(Layer layer, List<String> lines) {
    for (Feature feature : layer.features()) {
      String name = feature(layer.id(), feature.id());
      if (feature.type().isSingleLabel()) {
        lines.add(choice(name, layer.id(), feature.labels()));
      } else if (feature.type() == FeatureType.CHOICES) {
        feature.labels().forEach(l -> lines.add(flag(name + "-" + l.id(), layer.id())));
      } else if (feature.type() == FeatureType.FLAG) {
        lines.add(flag(name, layer.id()));
      }
    }
  }

  private static String flag(String name, String layer) {
    return "%s\tArg:%s".formatted(name, layer);
  }

  private static String choice(String name, String layer, List<Label> labels) {
    String values = String.join("|", labels.stream().map(Label::id).toList());
    return "%s\tArg:%s, Value:%s".formatted(name, layer, values);
  }

  static String visual(Vocabulary vocabulary) {
    List<String> lines = new ArrayList<>();
    lines.add("[labels]");
    for (Layer layer : vocabulary.layers()) {
      lines.add("%s | %s | %s".formatted(layer.id(), plain(layer.title()), layer.letter()));
    }
    for (RelationType relation : vocabulary.relations()) {
      lines.add("%s | %s".formatted(relation.id(), plain(relation.title())));
    }
    lines.add("");
    lines.add("[drawing]");
    lines.add("SPAN_DEFAULT\tfgColor:black, bgColor:lightgrey, borderColor:darken");
    lines.add("ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5");
    for (Layer layer : vocabulary.layers()) {
      lines.add("%s\tbgColor:%s".formatted(layer.id(), COLOURS.get(layer.color() - 1)));
    }
    return String.join("\n", lines) + "\n";
  }

  /** A title without what means something in the file. */
  private static String plain(String title) {
    return title.replace('|', '/').replace('#', ' ').replace('<', ' ').strip();
  }
}
