package org.testimony.web.assignment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.db.assignment.Round;
import org.testimony.db.project.ProjectId;
import org.testimony.web.assignment.ListAssignments.Entry;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;

/** The rounds of a project: what is assigned to whom, how far it is, a new round, locking. */
@Named
@ViewScoped
public class RoundsView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ListAssignments listAssignments;
  private final PlanAssignments planAssignments;
  private final LockRound lockRound;
  private final ProjectLookup projects;
  private final Pages pages;

  private String project = "";
  private String name = "";
  private String purpose = Purpose.PRODUCTION.name();
  private String phase = Phase.MARK.name();
  private int overlap = 2;
  private long seed = new SecureRandom().nextInt(1_000_000);
  private transient @Nullable List<RoundTable> tables;
  private transient PlanAssignments.@Nullable Preview preview;

  @Inject
  RoundsView(
      ListAssignments listAssignments,
      PlanAssignments planAssignments,
      LockRound lockRound,
      ProjectLookup projects,
      Pages pages) {
    this.listAssignments = listAssignments;
    this.planAssignments = planAssignments;
    this.lockRound = lockRound;
    this.projects = projects;
    this.pages = pages;
  }

  /** Reads the rounds and their assignments. */
  public void load() {
    tables = pages.load(this::read, new ArrayList<>());
  }

  private List<RoundTable> read() {
    ProjectId id = projects.of(project);
    Map<UUID, List<Entry>> byRound = new HashMap<>();
    for (Entry entry : listAssignments.of(pages.actor(), id)) {
      byRound.computeIfAbsent(entry.round().id(), r -> new ArrayList<>()).add(entry);
    }
    List<RoundTable> read = new ArrayList<>();
    for (Round round : listAssignments.rounds(pages.actor(), id)) {
      read.add(new RoundTable(round, byRound.getOrDefault(round.id(), List.of())));
    }
    return read;
  }

  /** The rounds, newest first. */
  public List<RoundTable> getTables() {
    if (tables == null) {
      load();
    }
    List<RoundTable> newestFirst = new ArrayList<>(tables == null ? List.of() : tables);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private PlanAssignments.Plan plan() {
    return new PlanAssignments.Plan(
        Optional.of(name),
        Purpose.valueOf(purpose),
        Phase.valueOf(phase),
        overlap,
        seed,
        List.of(),
        List.of());
  }

  /** Shows what the plan would give to whom. */
  public void look() {
    preview = null;
    pages.act(() -> preview = planAssignments.preview(pages.actor(), projects.of(project), plan()));
  }

  /** Makes the round. */
  public void make() {
    boolean made =
        pages.act(() -> planAssignments.make(pages.actor(), projects.of(project), plan()));
    if (made) {
      pages.done("round.made");
      name = "";
      preview = null;
    }
    load();
  }

  /** Locks a round. */
  public void lock(String round) {
    boolean locked =
        pages.act(
            () -> lockRound.lock(pages.actor(), projects.of(project), UUID.fromString(round)));
    if (locked) {
      pages.done("round.nowLocked");
    }
    load();
  }

  /** Reads again after another act of the page. */
  public void after(boolean happened) {
    if (happened) {
      load();
    }
  }

  /** What the plan would give to whom; empty before asking. */
  public List<PlanAssignments.Share> getPreview() {
    return preview == null ? List.of() : preview.shares();
  }

  public String getProject() {
    return project;
  }

  public void setProject(@Nullable String project) {
    this.project = project == null ? "" : project;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }

  public String getPhase() {
    return phase;
  }

  public void setPhase(String phase) {
    this.phase = phase;
  }

  public Phase[] getPhases() {
    return Phase.values();
  }

  public Purpose[] getPurposes() {
    return Purpose.values();
  }

  public int getOverlap() {
    return overlap;
  }

  public void setOverlap(int overlap) {
    this.overlap = overlap;
  }

  public long getSeed() {
    return seed;
  }

  public void setSeed(long seed) {
    this.seed = seed;
  }
}
