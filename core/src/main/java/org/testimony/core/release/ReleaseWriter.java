package org.testimony.core.release;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a corpus in the formats asked for. Before anything is written every stored quote is
 * compared with its text; after each format its files are read again and compared. The same corpus
 * and options give the same files, byte for byte, on every machine.
 */
public final class ReleaseWriter {

  private ReleaseWriter() {}

  /**
   * Hands over every file in its order, the manifest last.
   *
   * @param out takes each file once it is complete; nothing of it is kept here
   * @return what the manifest says
   * @throws IllegalStateException when a quote does not fit its text, before any file; or when a
   *     file read back is not what was written; the message names the span
   */
  public static Manifest write(Corpus corpus, ReleaseOptions options, Consumer<ReleaseFile> out) {
    List<String> faults = SpanCheck.faults(corpus);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "%d spans do not fit their text; the first is %s"
              .formatted(faults.size(), faults.get(0)));
    }
    List<Manifest.Written> formats = new ArrayList<>();
    List<Manifest.Entry> files = new ArrayList<>();
    for (Format format : options.formats()) {
      formats.add(write(corpus, format, options, out, files));
    }
    Manifest manifest =
        new Manifest(
            options.productVersion(),
            corpus.key(),
            corpus.codebook().version().toString(),
            formats,
            files);
    out.accept(ReleaseFile.text(Manifest.PATH, ManifestJson.write(manifest)));
    return manifest;
  }

  private static Manifest.Written write(
      Corpus corpus,
      Format format,
      ReleaseOptions options,
      Consumer<ReleaseFile> out,
      List<Manifest.Entry> files) {
    ReadBack readBack = readBack(corpus, format, options);
    List<Loss> losses =
        writer(format, options)
            .write(
                corpus,
                file -> {
                  out.accept(file);
                  files.add(Manifest.Entry.of(file));
                  readBack.take(file);
                });
    readBack.finish();
    if (!readBack.differences().isEmpty()) {
      throw new IllegalStateException(
          "%s is not what was written: %s".formatted(format.id(), readBack.differences()));
    }
    String option = format == Format.CSV ? options.csv().id() : "";
    return new Manifest.Written(format, option, losses, readBack.spans(), readBack.fragments());
  }

  private static FormatWriter writer(Format format, ReleaseOptions options) {
    return switch (format) {
      case JSONL -> new JsonlWriter();
      case CSV -> new CsvWriter(options.csv());
      case BRAT -> new BratWriter();
    };
  }

  private static ReadBack readBack(Corpus corpus, Format format, ReleaseOptions options) {
    return switch (format) {
      case JSONL -> new JsonlReadBack(corpus);
      case CSV -> new CsvReadBack(corpus, options.csv());
      case BRAT -> new BratReadBack(corpus);
    };
  }
}
