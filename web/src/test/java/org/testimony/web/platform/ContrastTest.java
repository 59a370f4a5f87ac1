package org.testimony.web.platform;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Recomputes from the design tokens that words and marks can be read and told apart in both themes.
 *
 * <p>Contrast: WCAG 2.2, relative luminance of sRGB, at least 4.5 for words and 3 for marks and
 * borders. Distance: Euclidean in OKLab × 100 after simulating the colour vision with the matrices
 * of Machado, Oliveira and Fernandes 2009 (doi:10.1109/TVCG.2009.113), severity 1.
 */
class ContrastTest {

  private static final Pattern PAIR =
      Pattern.compile("--([\\w-]+):\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)");

  private static final Pattern DECLARED = Pattern.compile("--([\\w-]+):");
  private static final Pattern USED = Pattern.compile("var\\(--([\\w-]+)\\)");
  private static final Path STYLES = Path.of("src/main/webapp/assets/css");

  private static final double WORDS = 4.5;
  private static final double MARKS = 3;

  private static Map<String, Colours> tokens = Map.of();

  /** One token in both themes, as {@code #rrggbb}. */
  private record Colours(String light, String dark) {

    String in(Theme theme) {
      return theme == Theme.LIGHT ? light : dark;
    }
  }

  private enum Theme {
    LIGHT,
    DARK
  }

  /** What must be readable on what. */
  record Pairing(String colour, String on, double needed) {}

  private enum Vision {
    NORMAL,
    PROTAN,
    DEUTAN,
    TRITAN;

    /** What this eye makes of linear RGB, row by row. */
    private double[] matrix() {
      return switch (this) {
        case NORMAL -> new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
        case PROTAN ->
            new double[] {
              .152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998
            };
        case DEUTAN ->
            new double[] {
              .367322, .860646, -.227968, .280085, .672501, .047413, -.01182, .04294, .968881
            };
        case TRITAN ->
            new double[] {
              1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .3039
            };
      };
    }
  }

  @BeforeAll
  static void read_the_tokens() throws IOException {
    String css = Files.readString(STYLES.resolve("tokens.css"));
    Map<String, Colours> read = new LinkedHashMap<>();
    PAIR.matcher(css)
        .results()
        .forEach(found -> read.put(found.group(1), new Colours(found.group(2), found.group(3))));
    tokens = read;
  }

  static List<Pairing> pairings() {
    List<Pairing> all = new ArrayList<>();
    words(all, "text", "bg", "surface", "surface-2", "surface-3", "accent-soft", "selection");
    words(all, "text-2", "bg", "surface", "surface-2", "surface-3", "accent-soft");
    words(all, "accent", "bg", "surface", "surface-2");
    words(all, "on-accent", "accent", "accent-hover");
    words(all, "on-accent-soft", "accent-soft");
    words(all, "bg", "text");
    for (String state : List.of("ok", "warn", "bad")) {
      words(all, state, "surface", "bg", state + "-soft");
    }
    for (String stance : List.of("favor", "against", "neutral", "notabout", "canttell")) {
      words(all, stance, "surface", "surface-2", stance + "-soft");
      words(all, "text", stance + "-soft");
      words(all, "text-2", stance + "-soft");
    }
    words(all, "absent", "surface");
    for (int label = 1; label <= 6; label++) {
      String name = "label-" + label;
      words(all, name + "-ink", "surface", name + "-tint");
      words(all, "surface", name + "-ink");
      words(all, "text", name + "-tint");
      marks(all, name + "-line", "surface", name + "-tint");
    }
    words(all, "text", "heat-0", "heat-1", "heat-2", "heat-3", "heat-4");
    words(all, "text-2", "heat-0", "heat-1", "heat-2");
    words(all, "on-heat-5", "heat-5");
    marks(all, "line-strong", "bg", "surface", "surface-2");
    marks(all, "focus", "bg", "surface", "accent-soft");
    return all;
  }

  private static void words(List<Pairing> all, String colour, String... on) {
    Stream.of(on).forEach(under -> all.add(new Pairing(colour, under, WORDS)));
  }

  private static void marks(List<Pairing> all, String colour, String... on) {
    Stream.of(on).forEach(under -> all.add(new Pairing(colour, under, MARKS)));
  }

  @ParameterizedTest
  @MethodSource("pairings")
  void can_be_read_in_both_themes(Pairing pairing) {
    for (Theme theme : Theme.values()) {
      assertThat(contrast(colour(pairing.colour(), theme), colour(pairing.on(), theme)))
          .as("%s on %s, %s", pairing.colour(), pairing.on(), theme)
          .isGreaterThanOrEqualTo(pairing.needed());
    }
  }

  /** Black on white is 21:1 and #777777 on white 4.48:1, as WCAG's own examples have it. */
  @Test
  void contrast_is_that_of_wcag() {
    assertThat(contrast("#000000", "#ffffff")).isEqualTo(21);
    assertThat(contrast("#777777", "#ffffff")).isCloseTo(4.48, offset(.005));
  }

  @ParameterizedTest
  @EnumSource(Vision.class)
  void labels_and_stances_can_be_told_apart(Vision vision) {
    List<String> labels =
        Stream.of(1, 2, 3, 4, 5, 6).map(label -> "label-" + label + "-line").toList();
    List<String> stances = List.of("favor", "against", "neutral", "canttell");
    for (Theme theme : Theme.values()) {
      assertThat(nearest(labels.subList(0, 3), theme, vision)).as("%s", theme).isGreaterThan(11);
      assertThat(nearest(labels, theme, vision)).as("%s", theme).isGreaterThan(10);
      assertThat(nearest(stances, theme, vision)).as("%s", theme).isGreaterThan(9);
    }
  }

  @Test
  void style_sheets_take_every_colour_from_a_token_that_exists() throws IOException {
    Map<Path, String> sheets = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(STYLES)) {
      for (Path file : files.sorted().toList()) {
        sheets.put(file.getFileName(), Files.readString(file));
      }
    }
    String everything = String.join("\n", sheets.values());
    Set<String> declared = names(DECLARED, everything);
    assertThat(declared).isNotEmpty().containsAll(names(USED, everything));
    sheets.remove(Path.of("tokens.css"));
    sheets.forEach(
        (file, css) ->
            assertThat(css)
                .as("%s writes out a colour", file)
                .doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsla?\\("));
  }

  private static Set<String> names(Pattern pattern, String css) {
    return pattern.matcher(css).results().map(found -> found.group(1)).collect(toSet());
  }

  private static String colour(String token, Theme theme) {
    assertThat(tokens).containsKey(token);
    return tokens.get(token).in(theme);
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  }

  private static double luminance(String hex) {
    double[] linear = linear(hex);
    return .2126 * linear[0] + .7152 * linear[1] + .0722 * linear[2];
  }

  private static double[] linear(String hex) {
    double[] channels = new double[3];
    for (int i = 0; i < 3; i++) {
      double channel = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      channels[i] = channel <= .04045 ? channel / 12.92 : Math.pow((channel + .055) / 1.055, 2.4);
    }
    return channels;
  }

  /** The smallest distance between any two of the tokens, × 100. */
  private static double nearest(List<String> names, Theme theme, Vision vision) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        double[] a = seen(colour(names.get(i), theme), vision);
        double[] b = seen(colour(names.get(j), theme), vision);
        double distance =
            Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
        smallest = Math.min(smallest, 100 * distance);
      }
    }
    return smallest;
  }

  private static double square(double value) {
    return value * value;
  }

  private static double[] seen(String hex, Vision vision) {
    double[] rgb = times(vision.matrix(), linear(hex));
    for (int i = 0; i < 3; i++) {
      rgb[i] = Math.min(1, Math.max(0, rgb[i]));
    }
    return oklab(rgb);
  }

  /** OKLab of linear sRGB (Ottosson 2020). */
  private static double[] oklab(double[] rgb) {
    double[] cones =
        times(
            new double[] {
              .4122214708, .5363325363, .0514459929,
              .2119034982, .6806995451, .1073969566,
              .0883024619, .2817188376, .6299787005
            },
            rgb);
    for (int i = 0; i < 3; i++) {
      cones[i] = Math.cbrt(cones[i]);
    }
    return times(
        new double[] {
          .2104542553, .793617785, -.0040720468,
          1.9779984951, -2.428592205, .4505937099,
          .0259040371, .7827717662, -.808675766
        },
        cones);
  }

  private static double[] times(double[] matrix, double[] vector) {
    double[] product = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        product[row] += matrix[3 * row + column] * vector[column];
      }
    }
    return product;
  }
}
