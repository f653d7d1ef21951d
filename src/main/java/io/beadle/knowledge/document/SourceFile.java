package io.beadle.knowledge.document;

import java.io.IOException;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * A file that policies may be read from. Size and time tell cheaply that it may have changed, {@link FileSources#digest}
 * that it has.
 *
 * @param name its base name with its ending, which no other listed file has
 * @param size in bytes
 * @param modified when it was last written, in milliseconds of the epoch; 0 where nobody knows
 * @param content what it holds, for {@link FileSources}
 */
public record SourceFile(String name, long size, long modified, Resource content) {
    static SourceFile of(Resource content) throws IOException {
        return new SourceFile(
                String.valueOf(content.getFilename()), content.contentLength(), content.lastModified(), content);
    }

    /** Where it is, in one line: its path, or its name if it is bundled. */
    public String location() {
        return location(content);
    }

    static String location(Resource content) {
        String path = content instanceof FileSystemResource file ? file.getPath() : content.getFilename();
        return String.valueOf(path).replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
