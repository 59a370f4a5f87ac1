package org.testimony.core.inception;

/**
 * How much is read out of an archive.
 *
 * @param entries most entries
 * @param entryBytes most bytes of one file
 * @param totalBytes most bytes of all files read
 * @param ratio how many times its packed size a file may unpack to, if it is larger than a megabyte
 */
public record ExportLimits(int entries, int entryBytes, long totalBytes, int ratio) {

  private static final int DENSE_FROM = 1 << 20;

  /** 200,000 entries, 256 MB a file, 64 GB in all, ratio 200. */
  public static final ExportLimits STANDARD = new ExportLimits(200_000, 1 << 28, 1L << 36, 200);

  /** Whether a file unpacks to more than the ratio allows. */
  boolean isTooDense(long bytes, long packed) {
    return bytes > DENSE_FROM && bytes > ratio * packed;
  }
}
