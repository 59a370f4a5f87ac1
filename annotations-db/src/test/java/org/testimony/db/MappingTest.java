package org.testimony.db;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Compares what the rows claim of their tables with the migrated schema. */
class MappingTest {

  @RegisterExtension static final Database DATABASE = new Database();

  /** Tables that are written by SQL alone. */
  private static final Set<String> WITHOUT_ROW =
      Set.of("audit_event", "audit_head", "flyway_schema_history");

  /** Columns that rows may leave out: they are nullable and not used yet. */
  private static final Set<String> NOT_USED_YET = Set.of();

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("java.util.UUID", "uuid"),
          Map.entry("java.lang.String", "text"),
          Map.entry("int", "int4"),
          Map.entry("long", "int8"),
          Map.entry("java.lang.Long", "int8"),
          Map.entry("boolean", "bool"),
          Map.entry("java.time.Instant", "timestamptz"),
          Map.entry("java.time.LocalDate", "date"));

  @Test
  void every_table_has_a_row_class_or_is_known_to_have_none() {
    Set<String> mapped = new TreeSet<>(WITHOUT_ROW);
    descriptors().forEach(d -> mapped.add(d.getTableName()));
    Set<String> tables =
        columns().keySet().stream()
            .map(column -> column.substring(0, column.indexOf('.')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(mapped).isEqualTo(tables);
  }

  @Test
  void every_mapped_field_has_a_column_of_its_type() {
    Map<String, String> columns = columns();
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> found = new TreeMap<>();
    for (ClassDescriptor descriptor : descriptors()) {
      for (DatabaseMapping mapping : descriptor.getMappings()) {
        String column = column(descriptor, mapping.getField());
        expected.put(column, type(mapping));
        found.put(column, String.valueOf(columns.get(column)));
      }
    }
    assertThat(found).isEqualTo(expected).hasSizeGreaterThan(100);
  }

  @Test
  void every_column_is_mapped() {
    Set<String> mapped = new TreeSet<>(NOT_USED_YET);
    for (ClassDescriptor descriptor : descriptors()) {
      for (DatabaseField field : descriptor.getFields()) {
        mapped.add(column(descriptor, field));
      }
    }
    Set<String> columns =
        columns().keySet().stream()
            .filter(c -> !WITHOUT_ROW.contains(c.substring(0, c.indexOf('.'))))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(mapped).isEqualTo(columns);
  }

  @Test
  void every_row_can_be_read() {
    DATABASE.inTransaction(
        entities -> entities.getMetamodel().getEntities().forEach(row -> read(entities, row)));
  }

  private static void read(EntityManager entities, EntityType<?> row) {
    String query = "select r from " + row.getName() + " r";
    List<?> rows = entities.createQuery(query).setMaxResults(1).getResultList();
    assertThat(rows.size()).as(query).isLessThanOrEqualTo(1);
  }

  /** PostgreSQL folds names that are not quoted to lower case. */
  private static String column(ClassDescriptor descriptor, DatabaseField field) {
    return (descriptor.getTableName() + "." + field.getName()).toLowerCase(Locale.ROOT);
  }

  private static String type(DatabaseMapping mapping) {
    AbstractDirectMapping direct = (AbstractDirectMapping) mapping;
    Class<?> type = direct.getAttributeAccessor().getAttributeClass();
    return type.isEnum() ? "text" : TYPES.getOrDefault(type.getName(), "no type for " + type);
  }

  private static List<ClassDescriptor> descriptors() {
    return DATABASE.ask(
        entities ->
            entities.unwrap(Session.class).getDescriptors().values().stream().distinct().toList());
  }

  /** The type of each column, by {@code table.column}. */
  private static Map<String, String> columns() {
    return DATABASE.ask(MappingTest::columns);
  }

  private static Map<String, String> columns(EntityManager entities) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select table_name || '.' || column_name, udt_name"
                    + " from information_schema.columns where table_schema = 'public'")
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(
            Collectors.toMap(r -> (String) r[0], r -> (String) r[1], (a, b) -> a, TreeMap::new));
  }
}
