package org.testimony.web.article;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What became of the files of an import: how many of each, and the first of each by name. */
public final class ImportSummary implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Most files that are named of each outcome; the count tells of the others. */
  static final int NAMED = 500;

  private final List<FileReport.Refused> refused = new ArrayList<>();
  private final List<FileReport.Present> present = new ArrayList<>();
  private final List<FileReport.Stored> stored = new ArrayList<>();
  private int refusedCount;
  private int presentCount;
  private int storedCount;

  /** Adds what became of a file. */
  void add(FileReport report) {
    if (report instanceof FileReport.Refused r) {
      refusedCount++;
      addNamed(refused, r);
    } else if (report instanceof FileReport.Present p) {
      presentCount++;
      addNamed(present, p);
    } else if (report instanceof FileReport.Stored s) {
      storedCount++;
      addNamed(stored, s);
    }
  }

  private static <T> void addNamed(List<T> named, T report) {
    if (named.size() < NAMED) {
      named.add(report);
    }
  }

  public List<FileReport.Refused> getRefused() {
    return List.copyOf(refused);
  }

  public List<FileReport.Present> getPresent() {
    return List.copyOf(present);
  }

  public List<FileReport.Stored> getStored() {
    return List.copyOf(stored);
  }

  public int getRefusedCount() {
    return refusedCount;
  }

  public int getPresentCount() {
    return presentCount;
  }

  public int getStoredCount() {
    return storedCount;
  }

  public int getFiles() {
    return refusedCount + presentCount + storedCount;
  }

  /** How many files of one outcome are not named. */
  public int unnamed(int count) {
    return Math.max(0, count - NAMED);
  }
}
