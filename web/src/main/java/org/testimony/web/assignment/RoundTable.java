package org.testimony.web.assignment;

import java.util.List;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.db.assignment.Round;
import org.testimony.web.assignment.ListAssignments.Entry;
import org.testimony.web.platform.Texts;

/** A round as its page shows it: who has how much, and how far they are. */
public final class RoundTable {

  private final Round round;
  private final List<Line> lines;

  RoundTable(Round round, List<Entry> entries) {
    this.round = round;
    this.lines = entries.stream().map(Line::new).toList();
  }

  /** Id of the round. */
  public String getId() {
    return round.id().toString();
  }

  /** Name of the round. */
  public String getName() {
    return round.name();
  }

  /** What it is for. */
  public String getPhase() {
    return round.phase().name();
  }

  /** What it is for. */
  public String getPurpose() {
    return round.purpose().name();
  }

  /** Whether it is locked. */
  public boolean isLocked() {
    return round.locked().isPresent();
  }

  /** Whether everything is submitted or skipped, so that it may be locked. */
  public boolean isLockable() {
    return !isLocked() && !lines.isEmpty() && lines.stream().noneMatch(Line::isOpen);
  }

  /** Overlap and seed in words. */
  public String getFacts() {
    return Texts.of("round.facts", round.overlap(), Long.toString(round.seed()));
  }

  /** What is asked before locking. */
  public String getLockQuestion() {
    return Texts.of("round.lockQuestion", round.name());
  }

  /** The assignments by annotator and place in their lists. */
  public List<Line> getLines() {
    return lines;
  }

  /** One assignment. */
  public static final class Line {

    private final Entry entry;

    Line(Entry entry) {
      this.entry = entry;
    }

    /** Id of the assignment. */
    public String getId() {
      return entry.assignment().id().toString();
    }

    /** The annotator's name. */
    public String getPerson() {
      return entry.annotator().displayName();
    }

    private boolean isOpen() {
      return entry.assignment().state().isEditable();
    }

    /** The article's title. */
    public String getTitle() {
      return entry.article().details().title();
    }

    /** Name of the state. */
    public String getState() {
      return entry.assignment().state().name();
    }

    /** How the state's chip looks. */
    public String getChip() {
      return StateChips.kind(entry.assignment().state());
    }

    /** Number of operations so far. */
    public long getRevision() {
      return entry.assignment().revision();
    }

    /** What the owner wrote; empty where there is nothing. */
    public String getNote() {
      return entry.assignment().note().orElse("");
    }

    /** Whether it may be skipped. */
    public boolean isSkippable() {
      return entry.assignment().state().mayBecome(AssignmentState.SKIPPED);
    }

    /** Whether it may be given back. */
    public boolean isReturnable() {
      return entry.assignment().state().mayBecome(AssignmentState.RETURNED);
    }
  }
}
