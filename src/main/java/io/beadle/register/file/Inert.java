package io.beadle.register.file;

import java.util.regex.Pattern;

/**
 * Keeps a cell from being taken for a formula when it is opened (OWASP, "CSV injection"): what begins like one, spaces or not,
 * is given an apostrophe before.
 */
final class Inert {
    private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Cntrl}\\p{Cf}]*[-=+@|%\uff1d\uff0b\uff0d\uff20]");

    private Inert() {}

    static boolean isFormula(String cell) {
        return FORMULA.matcher(cell).find() || cell.startsWith("\t") || cell.startsWith("\r");
    }

    static String of(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }
}
