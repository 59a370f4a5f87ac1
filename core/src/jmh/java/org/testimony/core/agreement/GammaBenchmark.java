package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;
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
import org.testimony.core.text.Span;

/** Gamma of one article with 30 claims of each annotator, 30 samples. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class GammaBenchmark {

  /** Number of annotators. */
  @Param({"2", "3", "5"})
  public int annotators;

  private SpanDocument article;

  /** Draws claims at nearly the same places, one in eight left out. */
  @Setup
  public void draw() {
    Random random = new Random(1);
    List<SpanDocument.Labelled> spans = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int a = 0; a < annotators; a++) {
      names.add("r" + a);
      for (int c = 0; c < 30; c++) {
        int begin = 200 * c + random.nextInt(20);
        Span span = Span.of(begin, begin + 60 + random.nextInt(60));
        if (random.nextInt(8) > 0) {
          spans.add(new SpanDocument.Labelled("r" + a, "c" + c, span, "claim"));
        }
      }
    }
    article = new SpanDocument("d", "d", 6000, names, spans);
  }

  /** The whole coefficient. */
  @Benchmark
  public Coefficient gamma() {
    Coefficient gamma =
        new SpanAgreement(List.of(article), 0.5, Resampling.none())
            .gamma(GammaSettings.defaults(7));
    if (gamma.value().isEmpty()) {
      throw new IllegalStateException("gamma has no value: " + gamma);
    }
    return gamma;
  }
}
