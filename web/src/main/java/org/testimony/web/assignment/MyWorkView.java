package org.testimony.web.assignment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.assignment.Phase;
import org.testimony.web.assignment.ListAssignments.Entry;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.Texts;

/** An annotator's own list: what to do next, and how far one is. Nothing here tells of others. */
@Named
@RequestScoped
public class MyWorkView {

  private final ListAssignments listAssignments;
  private final CurrentActor current;
  private final List<Work> projects = new ArrayList<>();

  @Inject
  MyWorkView(ListAssignments listAssignments, CurrentActor current) {
    this.listAssignments = listAssignments;
    this.current = current;
  }

  @PostConstruct
  void load() {
    Map<String, List<Entry>> byProject = new LinkedHashMap<>();
    for (Entry entry : listAssignments.own(current.actor())) {
      byProject.computeIfAbsent(entry.project().key(), key -> new ArrayList<>()).add(entry);
    }
    byProject.values().forEach(entries -> projects.add(new Work(entries)));
  }

  /** The projects in which one has assignments. */
  public List<Work> getProjects() {
    return List.copyOf(projects);
  }

  /** Key of the first of these projects; empty where there is none. */
  public String getFirstKey() {
    return projects.isEmpty() ? "" : projects.get(0).getKey();
  }

  /** Whether there is nothing in the list. */
  public boolean isIdle() {
    return projects.isEmpty();
  }

  /** One's work in a project. */
  public static final class Work {

    private final List<Entry> entries;

    Work(List<Entry> entries) {
      this.entries = List.copyOf(entries);
    }

    /** The project's key. */
    public String getKey() {
      return entries.get(0).project().key();
    }

    /** The project's name. */
    public String getName() {
      return entries.get(0).project().name();
    }

    /** All assignments in order. */
    public List<Row> getRows() {
      return entries.stream().map(Row::new).toList();
    }

    /** How many there are to submit; what was skipped is not. */
    public long getTotal() {
      return entries.stream()
          .filter(e -> e.assignment().state() != AssignmentState.SKIPPED)
          .count();
    }

    /** How many are submitted. */
    public long getDone() {
      return entries.stream().filter(e -> e.assignment().state().isComplete()).count();
    }

    /** How far one is, in words. */
    public String getProgressWords() {
      return Texts.of("myWork.progress", getDone(), getTotal());
    }

    /** The assignment to continue with: returned first, then begun, then new. */
    public Optional<Row> next() {
      for (AssignmentState state :
          List.of(AssignmentState.RETURNED, AssignmentState.OPEN, AssignmentState.NEW)) {
        for (Entry entry : entries) {
          if (entry.assignment().state() == state) {
            return Optional.of(new Row(entry));
          }
        }
      }
      return Optional.empty();
    }

    /** Whether there is anything to continue with. */
    public boolean isToDo() {
      return next().isPresent();
    }

    /** The assignment to continue with. */
    public Row getNext() {
      return next().orElseThrow();
    }
  }

  /** One assignment as the list shows it. */
  public static final class Row {

    private final Entry entry;

    Row(Entry entry) {
      this.entry = entry;
    }

    /** Id of the assignment. */
    public String getId() {
      return entry.assignment().id().toString();
    }

    /** The page on which it is done. */
    public String getPage() {
      return entry.assignment().phase() == Phase.JUDGE ? "judge" : "workbench";
    }

    /** What is done with the article. */
    public String getPhase() {
      return entry.assignment().phase().name();
    }

    /** The article's title. */
    public String getTitle() {
      return entry.article().details().title();
    }

    /** Outlet and day, as far as they are known. */
    public String getFacts() {
      ArticleDetails details = entry.article().details();
      return Stream.of(details.outlet(), details.published().map(Pages::day))
          .flatMap(Optional::stream)
          .collect(Collectors.joining(" · "));
    }

    /** How the state's chip looks. */
    public String getChip() {
      return StateChips.kind(entry.assignment().state());
    }

    /** Length in characters. */
    public int getLength() {
      return entry.article().length();
    }

    /** Name of the state. */
    public String getState() {
      return entry.assignment().state().name();
    }

    /** The owner's note; empty where there is none. */
    public String getNote() {
      return entry.assignment().note().orElse("");
    }
  }
}
