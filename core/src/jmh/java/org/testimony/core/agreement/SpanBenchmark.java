package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;
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

/** Spans of two annotators on one text, in all as many as the parameter says. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class SpanBenchmark {

  /** Number of spans of both annotators. */
  @Param({"1000", "10000", "100000"})
  public int spans;

  private SpanDocument document;
  private UnitizingAnnotationStudy study;

  /** Draws spans at nearly the same places. */
  @Setup
  public void draw() {
    Random random = new Random(1);
    int length = 40 * spans / 2;
    study = new UnitizingAnnotationStudy(2, length);
    List<SpanDocument.Labelled> list = new ArrayList<>();
    for (int s = 0; s < spans / 2; s++) {
      for (int annotator = 0; annotator < 2; annotator++) {
        int begin = 40 * s + random.nextInt(8);
        int size = 15 + random.nextInt(10);
        String label = random.nextInt(4) == 0 ? "speaker" : "claim";
        study.addUnit(begin, size, annotator, label);
        Span span = Span.of(begin, begin + size);
        list.add(new SpanDocument.Labelled("r" + annotator, "s" + s, span, label));
      }
    }
    document = new SpanDocument("d", "d", length, List.of("r0", "r1"), list);
  }

  /** u-alpha over labels. */
  @Benchmark
  public Coefficient uAlpha() {
    return new SpanAgreement(List.of(document), 0.5, Resampling.none()).uAlpha();
  }

  /** Overlap F1 with an optimal one-to-one matching. */
  @Benchmark
  public Coefficient overlapF1() {
    return new SpanAgreement(List.of(document), 0.5, Resampling.none()).f1(Measure.F1_OVERLAP);
  }

  /** alpha_U of 1995 by DKPro Statistics, which has none of 2016; quadratic, so not for 100,000. */
  @Benchmark
  public double alphaUOfDkpro() {
    return spans > 10_000
        ? Double.NaN
        : new KrippendorffAlphaUnitizingAgreement(study).calculateAgreement();
  }
}
