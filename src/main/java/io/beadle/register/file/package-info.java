/** Papers and tables as files: DOCX, XLSX, CSV. */
@NullMarked
package io.beadle.register.file;

import org.jspecify.annotations.NullMarked;
