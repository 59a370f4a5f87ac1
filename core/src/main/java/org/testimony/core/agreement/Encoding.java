package org.testimony.core.agreement;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The bytes of accumulators: format name, version, content. */
final class Encoding {

  private Encoding() {}

  /** Writes content. */
  interface Writer {
    void to(DataOutputStream out) throws IOException;
  }

  /** Reads content. */
  interface Reader<T> {
    T from(DataInputStream in) throws IOException;
  }

  static byte[] write(String format, int version, Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(format);
      out.writeInt(version);
      writer.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  static <T> T read(String format, int version, byte[] bytes, Reader<T> reader) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String foundFormat = in.readUTF();
      int foundVersion = in.readInt();
      if (!foundFormat.equals(format) || foundVersion != version) {
        throw new IllegalArgumentException(
            "expected %s version %d, found %s version %d"
                .formatted(format, version, foundFormat, foundVersion));
      }
      T content = reader.from(in);
      if (in.available() > 0) {
        throw new IllegalArgumentException(
            "%s has %d bytes too many".formatted(format, in.available()));
      }
      return content;
    } catch (IOException e) {
      throw new IllegalArgumentException(format + " is cut short", e);
    }
  }

  static void strings(DataOutputStream out, List<String> strings) throws IOException {
    out.writeInt(strings.size());
    for (String string : strings) {
      byte[] utf8 = string.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
    }
  }

  static List<String> strings(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      strings.add(new String(in.readNBytes(in.readInt()), java.nio.charset.StandardCharsets.UTF_8));
    }
    return strings;
  }

  static void longs(DataOutputStream out, long[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (long number : numbers) {
      out.writeLong(number);
    }
  }

  static long[] longs(DataInputStream in) throws IOException {
    long[] numbers = new long[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readLong();
    }
    return numbers;
  }
}
