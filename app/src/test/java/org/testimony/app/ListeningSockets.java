package org.testimony.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The sockets at which processes listen, as Linux tells them. */
final class ListeningSockets {

  private static final String TCP_LISTEN = "0A";
  private static final String UDP_UNCONNECTED = "07";

  private ListeningSockets() {}

  /** Protocol, address and port of each, such as {@code tcp 127.0.0.1:8080}. */
  static Set<String> of(List<Long> processes) throws IOException {
    Set<String> own = new HashSet<>();
    for (long pid : processes) {
      own.addAll(inodes(pid));
    }
    Set<String> sockets = new TreeSet<>();
    for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
      String wanted = table.startsWith("tcp") ? TCP_LISTEN : UDP_UNCONNECTED;
      for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length > 9 && fields[3].equals(wanted) && own.contains(fields[9])) {
          sockets.add(table.substring(0, 3) + " " + address(fields[1]));
        }
      }
    }
    return sockets;
  }

  private static Set<String> inodes(long pid) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (Path descriptor : descriptors.toList()) {
        String target = link(descriptor);
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring(8, target.length() - 1));
        }
      }
    }
    return inodes;
  }

  /** Where a descriptor points; one that was closed meanwhile points nowhere. */
  private static String link(Path descriptor) throws IOException {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (java.nio.file.NoSuchFileException e) {
      return "";
    }
  }

  /** From the hexadecimal form; the bytes of each 32-bit word are reversed. */
  private static String address(String hex) {
    String host = hex.substring(0, hex.indexOf(':'));
    int port = Integer.parseInt(hex.substring(hex.indexOf(':') + 1), 16);
    String mapped = "0000000000000000FFFF0000";
    String last = host.startsWith(mapped) ? host.substring(mapped.length()) : host;
    if (last.length() != 8) {
      return "[" + host + "]:" + port;
    }
    StringBuilder dotted = new StringBuilder();
    for (int i = 6; i >= 0; i -= 2) {
      dotted.append(Integer.parseInt(last.substring(i, i + 2), 16)).append(i == 0 ? "" : ".");
    }
    return dotted + ":" + port;
  }
}
