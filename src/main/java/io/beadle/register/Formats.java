package io.beadle.register;

import java.util.List;

/** Makes files of papers and tables. What a spreadsheet would take for a formula is text in them. */
public interface Formats {
    /** As DOCX. */
    byte[] word(Paper paper);

    /** As XLSX, each a sheet. */
    byte[] sheets(List<Table> tables);

    /** As CSV in UTF-8, as RFC 4180 has it; several stand one below the other, each under its title. */
    byte[] commaSeparated(List<Table> tables);
}
