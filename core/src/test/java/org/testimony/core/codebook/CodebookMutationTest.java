package org.testimony.core.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Spoils the default codebook at random places: the reader never throws and never lets it pass. */
class CodebookMutationTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectNode NEWS_CLAIMS =
      Documents.tree(CodebookWriter.write(DefaultCodebook.newsClaims()));

  @Test
  void seed_20261121_every_spoilt_tree_is_a_codebook_or_is_refused() {
    Random random = new Random(20261121);
    int valid = 0;
    int refused = 0;
    for (int round = 0; round < 600; round++) {
      ObjectNode document = NEWS_CLAIMS.deepCopy();
      int times = 1 + random.nextInt(3);
      for (int i = 0; i < times; i++) {
        spoil(document, random);
      }
      Reading reading = read(document.toString(), "round " + round);
      if (reading instanceof Reading.Valid spared) {
        valid++;
        assertThat(Documents.valid(CodebookWriter.write(spared.codebook())))
            .isEqualTo(spared.codebook());
      } else {
        refused++;
        assertThat(((Reading.Refused) reading).problems())
            .allMatch(problem -> isPlace(document, problem.pointer()), "names a place");
      }
    }
    assertThat(refused).isGreaterThan(300);
    assertThat(valid).isGreaterThan(50);
  }

  @Test
  void seed_7_every_spoilt_text_is_a_codebook_or_is_refused() {
    Random random = new Random(7);
    String json = CodebookWriter.write(DefaultCodebook.newsClaims());
    String signs = "{}[]\",:\\0u \n\u0000\uD800\u202Ee-+.9tfn";
    for (int round = 0; round < 600; round++) {
      StringBuilder text = new StringBuilder(json);
      int at = random.nextInt(json.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setLength(at);
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
        default -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(read(text.toString(), "round " + round)).isNotNull();
    }
  }

  @Test
  void seed_11_the_difference_is_empty_only_between_equal_codebooks() {
    Random random = new Random(11);
    Codebook original = DefaultCodebook.newsClaims();
    int compared = 0;
    for (int round = 0; round < 600; round++) {
      ObjectNode document = NEWS_CLAIMS.deepCopy();
      spoil(document, random);
      if (CodebookReader.read(document.toString()) instanceof Reading.Valid spared) {
        Codebook other = spared.codebook();
        boolean equal = other.withVersion(original.version()).equals(original);
        assertThat(CodebookDiff.between(original, other).isEmpty()).isEqualTo(equal);
        assertThat(CodebookDiff.between(other, original).isEmpty()).isEqualTo(equal);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  private static Reading read(String json, String round) {
    try {
      return CodebookReader.read(json);
    } catch (RuntimeException e) {
      return fail(round + " was not refused in peace", e);
    }
  }

  /** Removes, copies, moves or replaces something at a random place. */
  private static void spoil(ObjectNode document, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(document, containers);
    JsonNode place = containers.get(random.nextInt(containers.size()));
    if (place instanceof ObjectNode object) {
      spoilObject(object, random);
    } else {
      spoilList((ArrayNode) place, random);
    }
  }

  private static void spoilObject(ObjectNode object, Random random) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() ? "none" : names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name.toUpperCase(Locale.ROOT) + "~/", value(random));
      case 2 -> object.put(name, word(random));
      default -> object.set(name, value(random));
    }
  }

  private static void spoilList(ArrayNode array, Random random) {
    if (array.isEmpty()) {
      array.add(value(random));
      return;
    }
    int index = random.nextInt(array.size());
    switch (random.nextInt(4)) {
      case 0 -> array.remove(index);
      case 1 -> array.add(array.get(index).deepCopy());
      case 2 -> array.insert(0, array.remove(index));
      default -> array.set(index, value(random));
    }
  }

  private static JsonNode value(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt(8));
      case 3 -> NODES.numberNode(random.nextGaussian());
      case 4 -> NODES.numberNode(BigInteger.TEN.pow(19).negate());
      case 5 -> NODES.objectNode();
      case 6 -> NODES.arrayNode();
      case 7 -> NODES.arrayNode().add(NODES.objectNode().put("id", "Claim"));
      default -> NODES.textNode(word(random));
    };
  }

  private static String word(Random random) {
    String[] words = {
      "",
      "Claim",
      "claim",
      "q",
      "C",
      "▲",
      "CHOICE",
      "FLAG",
      "1.0.0",
      "en",
      "a\nb",
      "\0",
      "\uDBFF",
      "\u2067x",
      "x".repeat(5_000),
      "T1",
      "AUTHORIAL",
      "form",
      "#{x}",
      "<b>"
    };
    return words[random.nextInt(words.length)];
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  /**
   * Whether the pointer leads to something, or to a property missing of something that is there.
   */
  private static boolean isPlace(JsonNode document, String pointer) {
    if (!document.at(pointer).isMissingNode()) {
      return true;
    }
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    return !document.at(parent).isMissingNode();
  }
}
