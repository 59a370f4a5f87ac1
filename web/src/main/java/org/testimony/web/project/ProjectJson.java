package org.testimony.web.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.testimony.core.text.StrictJson;
import org.testimony.db.project.Project;
import org.testimony.db.project.Role;

/** Projects and people as REST tells of them. */
final class ProjectJson {

  private ProjectJson() {}

  static ObjectNode project(Project project, Set<Role> roles) {
    ObjectNode node = StrictJson.object();
    node.put("id", project.key());
    node.put("name", project.name());
    node.put("version", project.version());
    node.set("roles", roles(roles));
    return node;
  }

  static ObjectNode person(ManagePeople.Person person) {
    ObjectNode node = StrictJson.object();
    node.put("account", person.account().name());
    node.put("displayName", person.account().displayName());
    node.put("pseudonym", person.member().pseudonym());
    node.set("roles", roles(person.member().roles()));
    return node;
  }

  private static ArrayNode roles(Set<Role> roles) {
    ArrayNode array = StrictJson.object().arrayNode();
    roles.stream().sorted().forEach(role -> array.add(role.name()));
    return array;
  }
}
