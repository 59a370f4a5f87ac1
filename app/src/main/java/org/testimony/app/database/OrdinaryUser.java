package org.testimony.app.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testimony.app.PrivateFiles;
import org.testimony.app.Problem;
import org.testimony.app.Program;

/**
 * How PostgreSQL is run without the rights of root, which it refuses. An ordinary user runs it as
 * it is. Root runs it in a user name space of its own, where it has no rights and still owns its
 * files; where the system forbids that, as another user, who then owns the database's folder.
 *
 * @param prefix the command before the command
 * @param user the other user, where there is one
 */
public record OrdinaryUser(List<String> prefix, Optional<String> user) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Copies the list. */
  public OrdinaryUser {
    prefix = List.copyOf(prefix);
  }

  /**
   * The way for this process and this folder of the database, which may not exist yet.
   *
   * @throws Problem when this process is root and no way works
   */
  public static OrdinaryUser forFolder(Path cluster) {
    if (!PrivateFiles.posix() || new UnixSystem().getUid() != 0) {
      return new OrdinaryUser(List.of(), Optional.empty());
    }
    try {
      if (Files.isDirectory(cluster)) {
        String owner = Files.getOwner(cluster).getName();
        if (!owner.equals("root") && !owner.equals("0")) {
          return as(owner);
        }
      }
    } catch (IOException e) {
      throw Problem.because(e, "file.unreadable", cluster, Problem.reason(e));
    }
    List<String> nameSpace = List.of("unshare", "-U");
    if (works(nameSpace, "id", "-un")) {
      return new OrdinaryUser(nameSpace, Optional.empty());
    }
    return as(works(List.of(), "id", "-u", "testimony") ? "testimony" : "nobody");
  }

  private static OrdinaryUser as(String user) {
    Program.Outcome group = Program.run(PATIENCE, List.of("id", "-g", user));
    List<List<String>> ways =
        List.of(
            List.of(
                "setpriv", "--reuid=" + user, "--regid=" + group.line(), "--clear-groups", "--"),
            List.of("runuser", "-u", user, "--"),
            List.of("su", "-s", "/bin/sh", user, "-c", "exec \"$0\" \"$@\"", "--"));
    for (List<String> way : ways) {
      if (group.succeeded() && works(way, "id", "-un")) {
        return new OrdinaryUser(way, Optional.of(user));
      }
    }
    throw new Problem("root.noway", user);
  }

  private static boolean works(List<String> prefix, String... command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(List.of(command));
    return Program.run(PATIENCE, whole).succeeded();
  }

  /** The command that runs this one without the rights of root. */
  public List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Gives a file or folder, with all in it, to the other user, where there is one. */
  public void own(Path tree) throws IOException {
    if (user.isEmpty() || !Files.exists(tree)) {
      return;
    }
    UserPrincipal owner =
        tree.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user.get());
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.setOwner(folder, owner);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.setOwner(file, owner);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
