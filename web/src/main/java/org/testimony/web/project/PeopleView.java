package org.testimony.web.project;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testimony.db.project.Role;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;

/** The page of the people of a project. */
@Named
@ViewScoped
public class PeopleView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ManagePeople managePeople;
  private final ReadProject readProject;
  private final ProjectLookup projects;
  private final Pages pages;
  private String project = "";
  private String projectName = "";
  private String account = "";
  private Map<String, Boolean> newRoles = annotator();
  private List<Row> rows = new ArrayList<>();

  /** Somebody in the project, with a box to tick for each role. */
  public static final class Row implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String account;
    private final String displayName;
    private final String pseudonym;
    private final Set<Role> before;
    private final Map<String, Boolean> ticked = new HashMap<>();

    Row(ManagePeople.Person person) {
      account = person.account().name();
      displayName = person.account().displayName();
      pseudonym = person.member().pseudonym();
      before = EnumSet.copyOf(person.member().roles());
      before.forEach(role -> ticked.put(role.name(), true));
    }

    boolean isChanged() {
      return !PeopleView.roles(ticked).equals(before);
    }

    public String getAccount() {
      return account;
    }

    public String getDisplayName() {
      return displayName;
    }

    public String getPseudonym() {
      return pseudonym;
    }

    /** Role by name → whether its box is ticked. */
    public Map<String, Boolean> getTicked() {
      return ticked;
    }
  }

  @Inject
  PeopleView(
      ManagePeople managePeople, ReadProject readProject, ProjectLookup projects, Pages pages) {
    this.managePeople = managePeople;
    this.readProject = readProject;
    this.projects = projects;
    this.pages = pages;
  }

  private static Map<String, Boolean> annotator() {
    Map<String, Boolean> ticked = new HashMap<>();
    ticked.put(Role.ANNOTATOR.name(), true);
    return ticked;
  }

  private static Set<Role> roles(Map<String, Boolean> ticked) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (ticked.getOrDefault(role.name(), false)) {
        roles.add(role);
      }
    }
    return roles;
  }

  /** Reads who is in the project. */
  public void load() {
    rows = pages.load(this::read, new ArrayList<>());
  }

  private List<Row> read() {
    List<Row> read = new ArrayList<>();
    managePeople
        .list(pages.actor(), projects.of(project))
        .forEach(person -> read.add(new Row(person)));
    projectName = readProject.summary(pages.actor(), projects.of(project)).project().name();
    return read;
  }

  /** Stores the roles of everybody whose boxes changed. */
  public void save() {
    int changed = 0;
    for (Row row : rows) {
      if (row.isChanged() && put(row.account, roles(row.ticked))) {
        changed++;
      }
    }
    if (changed > 0) {
      pages.done("people.saved", changed);
    }
    load();
  }

  /** Adds the account that was typed. */
  public void add() {
    if (put(account, roles(newRoles))) {
      pages.done("people.added", account);
      account = "";
      newRoles = annotator();
    }
    load();
  }

  /** Adds an account that was just made; does nothing where none was. */
  public void addInvited(String signInName) {
    if (!signInName.isEmpty()) {
      put(signInName, roles(newRoles));
      newRoles = annotator();
      load();
    }
  }

  private boolean put(String name, Set<Role> roles) {
    return pages.act(() -> managePeople.put(pages.actor(), projects.of(project), name, roles));
  }

  /** Takes all roles away from somebody. */
  public void remove(Row row) {
    boolean removed =
        pages.act(() -> managePeople.remove(pages.actor(), projects.of(project), row.account));
    if (removed) {
      pages.done("people.removed", row.displayName);
    }
    load();
  }

  /** The roles in their order. */
  public Role[] getRoles() {
    return Role.values();
  }

  public List<Row> getRows() {
    return rows;
  }

  public Map<String, Boolean> getNewRoles() {
    return newRoles;
  }

  public String getProject() {
    return project;
  }

  public void setProject(@Nullable String project) {
    this.project = project == null ? "" : project;
  }

  public String getProjectName() {
    return projectName;
  }

  public String getAccount() {
    return account;
  }

  public void setAccount(@Nullable String account) {
    this.account = account == null ? "" : account;
  }
}
