package org.testimony.db.project;

/**
 * One annotation effort.
 *
 * @param id inside the program
 * @param key in addresses and on the command line: lower-case letters, digits, hyphens
 * @param name shown on pages
 * @param version counts changes, for {@code ETag}
 */
public record Project(ProjectId id, String key, String name, int version) {}
