package io.beadle.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One run with every sample, as it is written to a file and read again.
 *
 * @param date when it began, in UTC
 * @param scale how much of everything was measured, in words
 * @param versions of Beadle, by its commit, and of what it is measured beside
 */
record Run(String date, String scale, Machine machine, Map<String, String> versions, List<Samples> samples) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
    }

    static Run read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Run.class);
    }
}
