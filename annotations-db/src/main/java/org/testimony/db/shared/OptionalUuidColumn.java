package org.testimony.db.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a UUID in a column that may be null. EclipseLink's own conversion of UUID fails on null, so
 * such an attribute names this one with {@code @Convert}.
 */
@Converter
public class OptionalUuidColumn implements AttributeConverter<UUID, Object> {

  @Override
  public @Nullable Object convertToDatabaseColumn(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  @Override
  public @Nullable UUID convertToEntityAttribute(@Nullable Object column) {
    if (column == null || column instanceof UUID) {
      return (UUID) column;
    }
    return UUID.fromString(column.toString());
  }
}
