package org.testimony.web.platform;

/** What a use case asks of its actor. */
public enum Permission {
  /** Nothing: the way in. */
  ANYONE,
  /** To have signed in. */
  SIGNED_IN,
  /** To administer the installation. */
  ADMINISTRATOR,
  /** To have any role in the project, or to administer. */
  MEMBER,
  /** To own the project, or to administer. */
  OWNER,
  /** To own the project, adjudicate or review in it, or to administer. */
  REPORT_READER,
  /** To own the project of the assignment, or to administer. */
  ASSIGNMENT_OWNER,
  /** To be the annotator of the assignment, and still one in its project. */
  ASSIGNEE
}
