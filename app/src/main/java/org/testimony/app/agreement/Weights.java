package org.testimony.app.agreement;

import org.testimony.core.agreement.AgreementWeights;

/** Gwet's agreement weights over the declared order of the labels. */
enum Weights {
  UNWEIGHTED,
  LINEAR,
  QUADRATIC,
  ORDINAL;

  AgreementWeights of(int labels) {
    return switch (this) {
      case UNWEIGHTED -> AgreementWeights.unweighted(labels);
      case LINEAR -> AgreementWeights.linear(labels);
      case QUADRATIC -> AgreementWeights.quadratic(labels);
      case ORDINAL -> AgreementWeights.ordinal(labels);
    };
  }
}
