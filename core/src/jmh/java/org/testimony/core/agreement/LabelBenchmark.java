package org.testimony.core.agreement;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
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

/**
 * Two annotators, five labels, ours from the bare codes to the coefficient, DKPro's with its study
 * already built. A sum over the same bytes shows what merely reading them costs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class LabelBenchmark {

  private static final Labels LABELS = Labels.of("a", "b", "c", "d", "e");

  /** Number of items, each with two labels. */
  @Param({"10000", "100000", "1000000"})
  public int items;

  private byte[][] codes;
  private CodingAnnotationStudy study;

  /** Draws labels on which the two agree in about seven of ten. */
  @Setup
  public void draw() {
    codes = codes(items);
    study = new CodingAnnotationStudy(2);
    for (String label : LABELS.names()) {
      study.addCategory(label);
    }
    for (int i = 0; i < items; i++) {
      study.addItem(LABELS.name(codes[0][i]), LABELS.name(codes[1][i]));
    }
  }

  static byte[][] codes(int items) {
    Random random = new Random(1);
    byte[][] codes = new byte[2][items];
    for (int i = 0; i < items; i++) {
      codes[0][i] = (byte) random.nextInt(5);
      codes[1][i] = random.nextInt(8) < 5 ? codes[0][i] : (byte) random.nextInt(5);
    }
    return codes;
  }

  /** The floor: each byte read once. */
  @Benchmark
  public long byteSum() {
    long sum = 0;
    for (byte[] column : codes) {
      for (byte code : column) {
        sum += code;
      }
    }
    return sum;
  }

  /** Nominal alpha. */
  @Benchmark
  public Estimate alpha() {
    PatternTable table = PatternTable.ofColumns(LABELS, codes);
    return new KrippendorffAlpha(table, Distance.nominal()).of(table.counts());
  }

  /** Nominal alpha by DKPro Statistics. */
  @Benchmark
  public double alphaOfDkpro() {
    return new KrippendorffAlphaAgreement(study, new NominalDistanceFunction())
        .calculateAgreement();
  }

  /** Fleiss' kappa. */
  @Benchmark
  public Estimate fleiss() {
    PatternTable table = PatternTable.ofColumns(LABELS, codes);
    return new FleissKappa(table, 2).of(table.counts());
  }

  /** Fleiss' kappa by DKPro Statistics. */
  @Benchmark
  public double fleissOfDkpro() {
    return new FleissKappaAgreement(study).calculateAgreement();
  }
}
