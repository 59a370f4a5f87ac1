package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ComparedArticle;
import org.testimony.core.compare.ComparisonRules;
import org.testimony.core.compare.Judgement;
import org.testimony.core.compare.Link;
import org.testimony.core.compare.Mark;
import org.testimony.core.text.Span;

/**
 * A whole project report: six annotators of whom three label each article, five layers, two
 * targets, 1,000 replicates for each interval.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class ProjectBenchmark {

  private static final List<String> FORMS =
      List.of("DIRECT", "MIXED", "INDIRECT", "AUTHORIAL", "ACT");
  private static final List<String> STANCES =
      List.of("FAVOR", "AGAINST", "NEUTRAL", "NOT_ABOUT", "CANT_TELL");

  /** Number of articles. */
  @Param({"100", "500"})
  public int articles;

  /** How many of the six label each article. */
  @Param({"3", "6"})
  public int overlap;

  private List<ComparedArticle> corpus;

  /** Draws the corpus. */
  @Setup
  public void draw() {
    corpus = corpus(articles, overlap, 8);
  }

  static List<ComparedArticle> corpus(int articles, int overlap, int claims) {
    Random random = new Random(1);
    List<ComparedArticle> corpus = new ArrayList<>();
    for (int d = 0; d < articles; d++) {
      List<AnnotatorSet> sets = new ArrayList<>();
      int[] truth = random.ints(claims, 0, 5).toArray();
      for (int a = 0; a < overlap; a++) {
        sets.add(set(random, "annotator" + (d + a) % 6, truth));
      }
      corpus.add(ComparedArticle.of("d" + d, 300 * claims, sets));
    }
    return corpus;
  }

  private static AnnotatorSet set(Random random, String name, int[] truth) {
    List<Mark> marks = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    List<Judgement> judgements = new ArrayList<>();
    for (int c = 0; c < truth.length; c++) {
      if (random.nextInt(8) == 0) {
        continue;
      }
      int begin = 300 * c + random.nextInt(10);
      String form = FORMS.get(random.nextInt(5) == 0 ? random.nextInt(5) : truth[c]);
      marks.add(
          new Mark("c" + c, "Claim", Span.of(begin, begin + 90), Map.of("form", List.of(form))));
      marks.add(new Mark("s" + c, "Speaker", Span.of(begin + 100, begin + 115), Map.of()));
      marks.add(new Mark("v" + c, "Cue", Span.of(begin + 120, begin + 126), Map.of()));
      marks.add(new Mark("e" + c, "Evidence", Span.of(begin + 130, begin + 180), Map.of()));
      marks.add(new Mark("t" + c, "Time", Span.of(begin + 190, begin + 199), Map.of()));
      links.add(new Link("c" + c, "s" + c));
      for (String target : List.of("T1", "T2")) {
        String stance = STANCES.get(random.nextInt(4) == 0 ? random.nextInt(5) : truth[c]);
        judgements.add(new Judgement("c" + c, target, stance));
      }
    }
    return new AnnotatorSet(name, marks, links, judgements, List.of());
  }

  static ReportRules rules() {
    return new ReportRules(
        ComparisonRules.newsClaims(),
        List.of(
            new ReportRules.Layer("Claim", List.of(ReportRules.Feature.choice("form", FORMS))),
            new ReportRules.Layer("Speaker", List.of()),
            new ReportRules.Layer("Cue", List.of()),
            new ReportRules.Layer("Evidence", List.of()),
            new ReportRules.Layer("Time", List.of())),
        Optional.of(ReportRules.Judging.stance(List.of("T1", "T2"))),
        List.of());
  }

  /** All lines, over all, by label and by pair, with intervals. */
  @Benchmark
  public ProjectReport report() {
    return ProjectReport.of(
        corpus,
        rules(),
        new Resampling(1000, 42, 0.95),
        new Provenance("benchmark", "0".repeat(64), "benchmark"));
  }
}
