package io.beadle.knowledge.document;

import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.PolicySources;
import io.beadle.knowledge.document.Formats.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The configured folders and files, or the bundled suite. */
@Component
public class FileSources implements PolicySources {
    private static final String BUNDLED = "classpath*:knowledge/policies/*.md";

    private static final Pattern OTHER = Pattern.compile("(?is).*\\.(?:doc|dot|xls|rtf|odt|ods|pages|xps|wpd)");

    private final List<Path> configured;
    private final BoundedReader reader;
    private final KnowledgeProperties.Documents limits;

    public FileSources(KnowledgeProperties properties) {
        configured = properties.sources();
        limits = properties.documents();
        reader = new BoundedReader(limits.mostTime());
    }

    /**
     * What there is to read.
     *
     * @param files in the order of their names
     * @param missing a line for each configured folder or file that is not there, or one if there is no document at all
     * @param skipped a line for each file that is left out unread
     */
    public record Listing(List<SourceFile> files, List<String> missing, List<String> skipped) {}

    @Override
    public List<String> problems() {
        Listing listing = list();
        List<String> problems = new ArrayList<>(listing.missing());
        problems.addAll(listing.skipped());
        listing.files().forEach(file -> problem(read(file)).ifPresent(problems::add));
        return List.copyOf(problems);
    }

    private static Optional<String> problem(SourceRead read) {
        return switch (read) {
            case SourceRead.Read readable -> Optional.ofNullable(readable.remark());
            case SourceRead.Unreadable unreadable -> Optional.of(unreadable.problem());
        };
    }

    @Override
    public Set<String> names() {
        return list().files().stream().map(SourceFile::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Looks at the folders and opens no file. Never fails: what cannot be listed is a line in the result. */
    public Listing list() {
        List<SourceFile> files = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Resource resource : resources(missing)) {
            try {
                SourceFile file = SourceFile.of(resource);
                if (names.add(file.name())) {
                    files.add(file);
                } else {
                    skipped.add(file.location() + ": a second document of this name, rename one of them");
                }
            } catch (IOException e) {
                skipped.add(SourceFile.location(resource) + ": cannot be read, let Beadle read it");
            }
        }
        if (files.isEmpty() && missing.isEmpty()) {
            missing.add(
                    "beadle.knowledge.sources: no document to answer from, name a folder with .pdf, .docx, .xlsx, .html, .md or .txt files");
        }
        files.sort(Comparator.comparing(SourceFile::name));
        return new Listing(List.copyOf(files), List.copyOf(missing), List.copyOf(skipped));
    }

    /** The SHA-256 of the file's content in hexadecimal digits; empty if it cannot be read now. Nothing is parsed. */
    public String digest(SourceFile file) {
        try {
            return digest(content(file));
        } catch (UnreadableException e) {
            return "";
        }
    }

    /** Reads one file. Never fails, and takes no more time and memory than is configured. */
    public SourceRead read(SourceFile file) {
        String digest = "";
        try {
            byte[] content = content(file);
            digest = digest(content);
            return new SourceRead.Read(
                    PolicyDocument.read(reader.read(file.name(), content)), digest, remark(file, content));
        } catch (UnreadableException e) {
            return new SourceRead.Unreadable(file.location() + ": " + e.getMessage(), digest);
        }
    }

    private static @Nullable String remark(SourceFile file, byte[] content) throws UnreadableException {
        Format format = Formats.detect(content);
        return format.isOf(file.name())
                ? null
                : file.location() + ": is " + format.called + " by its content and was read as one, name it ."
                        + format.ending;
    }

    private byte[] content(SourceFile file) throws UnreadableException {
        if (file.size() > limits.mostSize().toBytes()) {
            throw new UnreadableException(
                    "has " + DataSize.ofBytes(file.size()).toMegabytes() + " MB and is not opened,"
                            + " cut it into smaller files or raise beadle.knowledge.documents.most-size");
        }
        try {
            return file.content().getContentAsByteArray();
        } catch (IOException e) {
            throw new UnreadableException("cannot be read, let Beadle read it");
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
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

    /** Also what cannot be read but looks like a policy, so that nobody believes it is in; not what an editor keeps open. */
    private static boolean isPolicy(Path file) {
        String name = file.getFileName().toString();
        boolean kept = name.startsWith(".") || name.startsWith("~$");
        return !kept && (Format.isKnown(name) || OTHER.matcher(name).matches());
    }
}
