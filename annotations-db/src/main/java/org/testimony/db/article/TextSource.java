package org.testimony.db.article;

import java.util.Optional;

/**
 * Where a text came from and how it was read.
 *
 * @param name of the file
 * @param sha256 of its bytes
 * @param declaredEncoding what the file said of itself
 * @param encoding used, by IANA name
 * @param byteOrderMark whether one was removed
 * @param importer which part of the program read it
 * @param importerVersion of the program
 * @param options that changed how it was read; empty for none
 */
public record TextSource(
    String name,
    String sha256,
    Optional<String> declaredEncoding,
    String encoding,
    boolean byteOrderMark,
    String importer,
    String importerVersion,
    String options) {}
