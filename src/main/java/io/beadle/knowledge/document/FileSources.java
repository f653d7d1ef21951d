package io.beadle.knowledge.document;

import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.PolicySources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The configured folders and files, or the bundled suite. */
@Component
public class FileSources implements PolicySources {
    private static final String BUNDLED = "classpath*:knowledge/policies/*.md";

    private final List<Path> configured;

    public FileSources(KnowledgeProperties properties) {
        configured = properties.sources();
    }

    /**
     * What was read.
     *
     * @param texts the documents that could be read, by file name
     * @param missing a line for each configured folder or file that is not there, or one if there is no document at all
     * @param skipped a line for each document that could not be read
     */
    public record Reading(List<SourceText> texts, List<String> missing, List<String> skipped) {}

    @Override
    public List<String> problems() {
        Reading reading = read();
        return Stream.concat(reading.missing().stream(), reading.skipped().stream())
                .toList();
    }

    @Override
    public Set<String> names() {
        return resources(new ArrayList<>()).stream()
                .map(resource -> String.valueOf(resource.getFilename()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Never fails: what cannot be read is a problem in the result. */
    public Reading read() {
        List<SourceText> texts = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Resource resource : resources(missing)) {
            String name = String.valueOf(resource.getFilename());
            if (!names.add(name)) {
                skipped.add(describe(resource) + ": a second document of this name, rename one of them");
                continue;
            }
            String text = decode(resource, skipped);
            if (text != null) {
                texts.add(new SourceText(name, text));
            }
        }
        if (texts.isEmpty() && missing.isEmpty()) {
            missing.add("beadle.knowledge.sources: no document to answer from, name a folder with .txt or .md files");
        }
        texts.sort(Comparator.comparing(SourceText::file));
        return new Reading(List.copyOf(texts), List.copyOf(missing), List.copyOf(skipped));
    }

    private List<Resource> resources(List<String> missing) {
        try {
            if (configured.isEmpty()) {
                return List.of(new PathMatchingResourcePatternResolver().getResources(BUNDLED));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled policies cannot be listed", e);
        }
        List<Resource> found = new ArrayList<>();
        for (Path source : configured) {
            if (!Files.isReadable(source)) {
                missing.add(source + ": cannot be read, name a folder or file that exists and that Beadle may read");
                continue;
            }
            try (Stream<Path> files = Files.walk(source)) {
                files.filter(Files::isRegularFile)
                        .filter(FileSources::isPolicy)
                        .sorted()
                        .forEach(file -> found.add(new FileSystemResource(file)));
            } catch (IOException | UncheckedIOException e) {
                missing.add(source + ": cannot be listed (" + e.getMessage() + "), let Beadle read all of it");
            }
        }
        return found;
    }

    private static boolean isPolicy(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".txt") || name.endsWith(".md")) && !name.startsWith(".");
    }

    private static @Nullable String decode(Resource resource, List<String> skipped) {
        try {
            byte[] bytes = resource.getContentAsByteArray();
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.isBlank()) {
                skipped.add(describe(resource) + ": is empty, remove it or fill it");
                return null;
            }
            return text;
        } catch (CharacterCodingException e) {
            skipped.add(describe(resource) + ": is not UTF-8 text, save it as UTF-8");
        } catch (IOException e) {
            skipped.add(describe(resource) + ": cannot be read, let Beadle read it");
        }
        return null;
    }

    private static String describe(Resource resource) {
        return resource instanceof FileSystemResource file ? file.getPath() : String.valueOf(resource.getFilename());
    }
}
