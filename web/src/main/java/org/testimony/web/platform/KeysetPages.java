package org.testimony.web.platform;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * A long list a page at a time. Each page begins after the last row of the page before, which is
 * remembered; a page further on is reached through those between.
 *
 * @param <T> what a row shows
 */
public final class KeysetPages<T extends Serializable> extends LazyDataModel<T> {

  private static final long serialVersionUID = 1L;

  private final Source<T> source;

  /** The last row of each full page that was read, in the order of the pages. */
  private final List<UUID> ends = new ArrayList<>();

  /** A list from this source. */
  public KeysetPages(Source<T> source) {
    this.source = source;
  }

  /**
   * Where rows come from.
   *
   * @param <T> what a row shows
   */
  public interface Source<T extends Serializable> extends Serializable {

    /** How many rows there are. */
    long count();

    /** At most so many rows after a row; from the first one on where there is none. */
    List<T> page(Optional<UUID> after, int limit);

    /** Names a row. */
    UUID id(T row);
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return Math.toIntExact(source.count());
  }

  @Override
  public List<T> load(
      int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
    int page = first / size;
    while (ends.size() < page) {
      if (read(ends.size(), size).size() < size) {
        return List.of();
      }
    }
    return read(page, size);
  }

  /** Reads a page whose predecessor's end is known. */
  private List<T> read(int page, int size) {
    Optional<UUID> after = page == 0 ? Optional.empty() : Optional.of(ends.get(page - 1));
    List<T> rows = source.page(after, size);
    ends.subList(page, ends.size()).clear();
    if (rows.size() == size) {
      ends.add(source.id(rows.get(size - 1)));
    }
    return rows;
  }

  @Override
  public String getRowKey(T row) {
    return source.id(row).toString();
  }
}
