/**
 * How far annotators agree, in numbers that can be checked. Every measure is a function of whole
 * counts that are summed over documents, so a value is pooled over the corpus by construction, the
 * same in any order and partition, and its interval comes from resampling documents. A value is
 * {@link org.testimony.core.agreement.Coefficient.Defined} or {@link
 * org.testimony.core.agreement.Coefficient.Undefined} with a reason, never NaN. The package serves
 * foreign data too and says item, document and label as the literature does. It judges no value:
 * what is enough is the project's target to say.
 */
@NullMarked
package org.testimony.core.agreement;

import org.jspecify.annotations.NullMarked;
