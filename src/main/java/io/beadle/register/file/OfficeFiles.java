package io.beadle.register.file;

import io.beadle.register.Formats;
import io.beadle.register.Paper;
import io.beadle.register.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** The formats, made in memory: none is larger than a few megabytes. */
@Component
class OfficeFiles implements Formats {
    @Override
    public byte[] word(Paper paper) {
        try {
            return WordFile.of(paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] sheets(List<Table> tables) {
        try {
            return SheetFile.of(tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] commaSeparated(List<Table> tables) {
        try {
            return CommaFile.of(tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
