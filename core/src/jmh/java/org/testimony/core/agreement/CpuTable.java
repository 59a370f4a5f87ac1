package org.testimony.core.agreement;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Prints the processor time of all threads and the time on the clock for the large tasks, each the
 * least of five runs after one to warm up: unlike the time on the clock, processor time hardly
 * depends on what else the machine does.
 */
public final class CpuTable {

  private static final int RUNS = 5;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private CpuTable() {}

  private interface Task {
    Object run();
  }

  /**
   * Runs the tasks.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    System.out.println("| task | processor time | clock |");
    System.out.println("|---|---:|---:|");
    LabelBenchmark labels = new LabelBenchmark();
    labels.items = 1_000_000;
    labels.draw();
    print("α of 10⁶ items", labels::alpha);
    print("α of 10⁶ items by DKPro Statistics", labels::alphaOfDkpro);
    BootstrapBenchmark bootstrap = new BootstrapBenchmark();
    bootstrap.labels = 10_000_000;
    bootstrap.draw();
    print("α of 10⁷ labels with 1,000 replicates, each item a document", bootstrap::alphaWithInterval);
    SpanBenchmark spans = new SpanBenchmark();
    spans.spans = 100_000;
    spans.draw();
    print("u-alpha of 10⁵ spans of one text", spans::uAlpha);
    print("overlap F1 of 10⁵ spans of one text, optimal matching", spans::overlapF1);
    for (int annotators : new int[] {2, 3, 5}) {
      GammaBenchmark gamma = new GammaBenchmark();
      gamma.annotators = annotators;
      gamma.draw();
      print("γ of 30 claims × %d annotators, 30 samples".formatted(annotators), gamma::gamma);
    }
    for (int overlap : new int[] {3, 6}) {
      ProjectBenchmark project = new ProjectBenchmark();
      project.articles = 500;
      project.overlap = overlap;
      project.draw();
      print(
          "project report: 500 articles, %d of 6 annotators on each, 5 layers, 1,000 replicates"
              .formatted(overlap),
          project::report);
    }
  }

  private static void print(String name, Task task) {
    double processor = Double.POSITIVE_INFINITY;
    double clock = Double.POSITIVE_INFINITY;
    for (int run = 0; run <= RUNS; run++) {
      long processorBefore = SYSTEM.getProcessCpuTime();
      long before = System.nanoTime();
      Object result = task.run();
      if (run > 0 && result != null) {
        processor = Math.min(processor, (SYSTEM.getProcessCpuTime() - processorBefore) / 1e9);
        clock = Math.min(clock, (System.nanoTime() - before) / 1e9);
      }
    }
    System.out.printf(Locale.ROOT, "| %s | %.3f s | %.3f s |%n", name, processor, clock);
  }
}
