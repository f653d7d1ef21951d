package io.beadle.bot.evidence;

import io.beadle.incident.EvidenceType;
import io.beadle.teams.SentFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Which files are kept. What a file is called, what Teams says it is and what is in it must agree; among pictures, which kind
 * of picture is no matter, because telephones and other programs name them wrongly every day.
 */
@Component
class FileRules {
    private static final String IMAGE = "image/";
    private static final int LONGEST_NAME = 120;

    /** Control characters, and what turns the direction of writing: "gpj.exe" must not read as "exe.jpg". */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private final EvidenceSettings settings;

    FileRules(EvidenceSettings settings) {
        this.settings = settings;
    }

    /** Why a file is refused for what it is said to be, before anything of it is fetched. */
    Optional<Refusal> refusal(SentFile file) {
        List<String> kinds = kinds(file);
        return kinds.isEmpty() && !file.inline()
                ? Optional.of(Refusal.OTHER)
                : kinds.stream()
                        .filter(kind -> EvidenceType.named(kind)
                                .filter(settings.types()::contains)
                                .isEmpty())
                        .map(Refusal::ofNamed)
                        .findFirst();
    }

    /**
     * The type of a file that may be kept.
     *
     * @throws RefusedFileException if it must not be
     */
    EvidenceType check(SentFile file, byte[] content) {
        refusal(file).ifPresent(FileRules::refuse);
        if (content.length == 0) {
            refuse(Refusal.EMPTY);
        }
        EvidenceType type =
                EvidenceType.of(content).orElseThrow(() -> new RefusedFileException(Refusal.ofContent(content)));
        if (!settings.types().contains(type)) {
            refuse(Refusal.OTHER);
        }
        boolean agrees = kinds(file).stream()
                .allMatch(kind -> EvidenceType.named(kind).filter(type::isLike).isPresent());
        if (!agrees || (file.inline() && !type.isImage())) {
            refuse(Refusal.MISMATCH);
        }
        return type;
    }

    /** The name as it is kept: without folders, without characters that are not seen, and not too long. */
    static String cleaned(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String seen = UNSEEN.matcher(last).replaceAll("").strip();
        return seen.length() <= LONGEST_NAME ? seen : seen.substring(seen.length() - LONGEST_NAME);
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedFileException(refusal);
    }

    /** What it is said to be: by the end of its name, and by Teams, which says {@code image/*} of any picture in a message. */
    private static List<String> kinds(SentFile file) {
        List<String> kinds = new ArrayList<>();
        String name = cleaned(file.name());
        int dot = name.lastIndexOf('.');
        if (dot >= 0 && dot < name.length() - 1) {
            kinds.add(name.substring(dot + 1));
        }
        String declared = file.declared().startsWith(IMAGE)
                ? file.declared().substring(IMAGE.length()).split(";", 2)[0].strip()
                : file.declared();
        if (!declared.isEmpty() && !declared.equals("*")) {
            kinds.add(declared);
        }
        return kinds;
    }
}
