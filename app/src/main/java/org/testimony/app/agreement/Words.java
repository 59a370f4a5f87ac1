package org.testimony.app.agreement;

import java.util.Locale;
import org.testimony.app.Messages;
import org.testimony.core.agreement.CiReason;
import org.testimony.core.agreement.Exclusion;
import org.testimony.core.agreement.Interval;
import org.testimony.core.agreement.Reason;
import org.testimony.core.agreement.Uncertainty;

/** Sentences for what a coefficient says in constants. */
final class Words {

  private Words() {}

  /** Why a measure has no value. */
  static String of(Reason reason, String measure) {
    String why =
        Messages.text(
            switch (reason) {
              case NO_DATA -> "agreement.reason.data";
              case NO_PAIRABLE_VALUES -> "agreement.reason.pairable";
              case NO_VARIATION -> "agreement.reason.variation";
              case ONE_ANNOTATOR -> "agreement.reason.one";
              case OVERLAPPING_UNITS -> "agreement.reason.overlap";
              case TOO_FEW_UNITS -> "agreement.reason.few";
              case SEARCH_LIMIT -> "agreement.reason.search";
              case NEEDS_TWO_ANNOTATORS -> "agreement.reason.two";
            });
    return Messages.text("agreement.reason", measure, why, reason.name());
  }

  /** What was left out of a measure. */
  static String of(Exclusion exclusion, String measure) {
    String what =
        Messages.text(
            switch (exclusion.cause()) {
              case ITEM_WITH_ONE_VALUE -> "agreement.excluded.single";
              case ITEM_NOT_LABELLED_BY_ALL -> "agreement.excluded.incomplete";
              case DOCUMENT_WITH_ONE_ANNOTATOR -> "agreement.excluded.document";
              case VALUE_UNSET -> "agreement.excluded.unset";
              case MARK_NOT_MATCHED -> "agreement.excluded.unmatched";
              case VALUE_OFF_SCALE -> "agreement.excluded.scale";
              case VALUE_WITH_SEVERAL_LABELS -> "agreement.excluded.several";
              case VALUE_NOT_DECLARED -> "agreement.excluded.undeclared";
            },
            exclusion.count());
    return Messages.text("agreement.excluded", measure, what, exclusion.cause().name());
  }

  /** How an interval was made, or why there is none; nothing where none was asked for. */
  static String of(Uncertainty uncertainty, String measure) {
    if (uncertainty instanceof Uncertainty.Known known) {
      return of(known.first());
    }
    CiReason reason = ((Uncertainty.None) uncertainty).reason();
    return switch (reason) {
      case NOT_REQUESTED, VALUE_UNDEFINED -> "";
      case FEWER_THAN_TEN_DOCUMENTS -> Messages.text("agreement.ci.few", reason.name());
      case TOO_MANY_UNDEFINED_REPLICATES ->
          Messages.text("agreement.ci.undefined", measure, reason.name());
      case NOT_AVAILABLE -> Messages.text("agreement.ci.unavailable", measure, reason.name());
    };
  }

  private static String of(Interval interval) {
    String level = String.format(Locale.ROOT, "%.0f %%", 100 * interval.level());
    return switch (interval.method()) {
      case BOOTSTRAP ->
          Messages.text("agreement.ci.bootstrap", level, interval.replicates(), interval.seed());
      case JACKKNIFE -> Messages.text("agreement.ci.jackknife", level);
      case ANALYTIC -> Messages.text("agreement.ci.analytic", level);
    };
  }
}
