package io.beadle.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A folder of content: the one configured, or the one bundled on the class path under {@code name}. */
record ContentFolder(String name, @Nullable Path configured) {
    /** How a problem names a file of this folder. */
    String label(String file) {
        return configured == null ? name + "/" + file : configured.resolve(file).toString();
    }

    /** The file's text, or empty when there is no such file. */
    Optional<String> read(String file) throws IOException {
        if (configured != null) {
            Path path = configured.resolve(file);
            return Files.isRegularFile(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        }
        Resource resource = new ClassPathResource(name + "/" + file);
        if (!resource.exists()) {
            return Optional.empty();
        }
        try (InputStream in = resource.getInputStream()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The names of the bundled files that end so, whatever is configured, in alphabetical order. */
    Stream<String> bundled(String ending) throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + name + "/*" + ending);
        return Stream.of(found).map(r -> String.valueOf(r.getFilename())).sorted();
    }
}
