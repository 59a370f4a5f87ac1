package org.testimony.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/**
 * Stands before uploads into a project: nothing is read of one whose sender does not own it, and no
 * more than an upload may hold of the others. An upload in parts is taken in whole before it is
 * taken apart, so that one that turns out too long leaves nothing behind.
 */
@Provider
@ApplicationScoped
@UploadDoor.Guarded
public class UploadDoor implements ContainerRequestFilter {

  /** Most bytes of an upload: 200 MB. */
  public static final long MOST_BYTES = 200L << 20;

  private final AskPermission permission;
  private final ProjectLookup projects;
  private final CurrentActor current;

  @Inject
  UploadDoor(AskPermission permission, ProjectLookup projects, CurrentActor current) {
    this.permission = permission;
    this.projects = projects;
    this.current = current;
  }

  /** Marks addresses that take uploads; their path names the project. */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  public @interface Guarded {}

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String project = request.getUriInfo().getPathParameters().getFirst("project");
    permission.owner(current.actor(), projects.of(project));
    String length = request.getHeaderString("Content-Length");
    if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > MOST_BYTES) {
      throw tooLarge();
    }
    InputStream limited = new Limited(request.getEntityStream(), MOST_BYTES, UploadDoor::tooLarge);
    boolean parts =
        request.getMediaType() != null
            && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(request.getMediaType());
    request.setEntityStream(parts ? TemporaryFile.of(limited).readOnce() : limited);
  }

  private static WebApplicationException tooLarge() {
    return new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
  }

  /** Ends the request where a body of unknown length turns out too long. */
  static final class Limited extends FilterInputStream {

    private final Supplier<? extends RuntimeException> tooLong;
    private long left;

    Limited(InputStream in, long limit, Supplier<? extends RuntimeException> tooLong) {
      super(in);
      this.left = limit;
      this.tooLong = tooLong;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      count(Math.max(count, 0));
      return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long count = super.skip(bytes);
      count(count);
      return count;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long bytes) {
      left -= bytes;
      if (left < 0) {
        throw tooLong.get();
      }
    }
  }
}
