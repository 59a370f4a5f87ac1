package org.testimony.core.agreement;

/**
 * What a report was made from and with.
 *
 * @param codebook id and version of the codebook
 * @param data SHA-256 of the annotations measured
 * @param product name and version of the product
 */
public record Provenance(String codebook, String data, String product) {}
