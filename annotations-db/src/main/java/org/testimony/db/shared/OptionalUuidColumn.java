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
public class OptionalUuidColumn implements AttributeConverter<UUID, String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  @Override
  public @Nullable UUID convertToEntityAttribute(@Nullable String column) {
    return column == null ? null : UUID.fromString(column);
  }
}
