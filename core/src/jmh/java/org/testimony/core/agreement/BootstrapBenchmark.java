package org.testimony.core.agreement;

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

/** Alpha with 1,000 bootstrap replicates, each item a document of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class BootstrapBenchmark {

  private static final Labels LABELS = Labels.of("a", "b", "c", "d", "e");

  /** Number of labels, two an item. */
  @Param({"100000", "1000000", "10000000"})
  public int labels;

  private byte[][] codes;

  /** Draws the labels. */
  @Setup
  public void draw() {
    codes = LabelBenchmark.codes(labels / 2);
  }

  /** From bare codes to value and interval. */
  @Benchmark
  public Uncertainty alphaWithInterval() {
    PatternTable table = PatternTable.ofColumns(LABELS, codes);
    KrippendorffAlpha alpha = new KrippendorffAlpha(table, Distance.nominal());
    return new Resampling(1000, 42, 0.95).of(DocumentCounts.ofItems(table, 2), alpha);
  }
}
