/**
 * Annotation projects of INCEpTION, read from the archive that the tool exports, so that agreement
 * can be measured where people work already. Annotations come from JSON CAS, XMI or WebAnno TSV 3;
 * Java serialisation is never read. The archive is not unpacked to disk, and how much is taken out
 * of it is limited. Offsets in UTF-16 units become code points here. What is measured is left to
 * {@code core.agreement}.
 */
@NullMarked
package org.testimony.core.inception;

import org.jspecify.annotations.NullMarked;
