package org.testimony.app.agreement;

import org.testimony.core.agreement.GammaSettings;
import picocli.CommandLine.Option;

/** What gamma is computed with. */
final class GammaOptions {

  @Option(
      names = "--alpha",
      paramLabel = "NUMBER",
      defaultValue = "1",
      descriptionKey = "agreement.alpha")
  private double alpha = 1;

  @Option(
      names = "--beta",
      paramLabel = "NUMBER",
      defaultValue = "1",
      descriptionKey = "agreement.beta")
  private double beta = 1;

  @Option(
      names = "--empty-cost",
      paramLabel = "NUMBER",
      defaultValue = "1",
      descriptionKey = "agreement.cost")
  private double emptyCost = 1;

  @Option(
      names = "--samples",
      paramLabel = "NUMBER",
      defaultValue = "30",
      descriptionKey = "agreement.samples")
  private int samples = 30;

  GammaSettings settings(long seed) {
    try {
      return new GammaSettings(
          alpha, beta, emptyCost, samples, GammaSettings.defaults(seed).sampler(), seed);
    } catch (IllegalArgumentException e) {
      throw new BadUsage("usage.agreement.gamma", alpha, beta, emptyCost, samples);
    }
  }
}
