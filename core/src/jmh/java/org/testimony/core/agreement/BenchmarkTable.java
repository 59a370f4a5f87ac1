package org.testimony.core.agreement;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints them as the table of the documentation. */
public final class BenchmarkTable {

  private BenchmarkTable() {}

  /**
   * Runs benchmarks.
   *
   * @param args a pattern of benchmark names; all without one
   */
  public static void main(String[] args) throws Exception {
    String pattern = args.length == 0 ? ".*" : args[0];
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(pattern).shouldFailOnError(true).build()).run();
    Map<String, Double> scores = new TreeMap<>();
    for (RunResult result : results) {
      scores.put(name(result), result.getPrimaryResult().getScore());
    }
    System.out.println("| benchmark | time | DKPro / ours | ours / byte sum |");
    System.out.println("|---|---:|---:|---:|");
    scores.forEach(
        (name, micros) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s |%n",
                name,
                time(micros),
                ratio(scores.get(ofDkpro(name)), micros),
                ratio(micros, scores.get(byteSum(name)))));
  }

  private static String name(RunResult result) {
    String full = result.getParams().getBenchmark();
    StringBuilder name =
        new StringBuilder(full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1));
    for (String key : result.getParams().getParamsKeys()) {
      name.append(' ').append(key).append('=').append(result.getParams().getParam(key));
    }
    return name.toString();
  }

  private static String ofDkpro(String name) {
    return name.replaceFirst(" ", "OfDkpro ").replace("uAlphaOfDkpro", "alphaUOfDkpro");
  }

  private static String byteSum(String name) {
    return name.replaceFirst("\\.\\w+ ", ".byteSum ");
  }

  private static String time(double micros) {
    return micros < 1000
        ? String.format(Locale.ROOT, "%.1f µs", micros)
        : String.format(Locale.ROOT, "%.1f ms", micros / 1000);
  }

  private static String ratio(Double upper, Double lower) {
    return upper == null || lower == null || upper.equals(lower)
        ? ""
        : String.format(Locale.ROOT, "%.1f", upper / lower);
  }
}
