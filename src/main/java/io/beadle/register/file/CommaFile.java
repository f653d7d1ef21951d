package io.beadle.register.file;

import io.beadle.register.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Tables as CSV. */
final class CommaFile {
    /** Without it Excel reads UTF-8 as Windows-1252. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private CommaFile() {}

    static byte[] of(List<Table> tables) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStreamWriter writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            writer.write(BYTE_ORDER_MARK);
            try (CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
                for (Table table : tables) {
                    if (tables.size() > 1) {
                        printer.printRecord(Inert.of(table.title()));
                    }
                    print(table, printer);
                    if (tables.size() > 1) {
                        printer.println();
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void print(Table table, CSVPrinter printer) throws IOException {
        printer.printRecord(
                table.columns().stream().map(column -> Inert.of(column.title())).toList());
        for (List<String> row : table.rows()) {
            printer.printRecord(row.stream().map(Inert::of).toList());
        }
    }
}
