package io.beadle.bot.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Why a file is not kept; each has its sentence in {@code bot/messages.properties}. */
enum Refusal {
    ARCHIVE("evidence.archive"),
    PAGE("evidence.page"),
    PROGRAM("evidence.program"),
    OTHER("evidence.other"),
    /** What it is called and what is in it do not agree. */
    MISMATCH("evidence.mismatch"),
    EMPTY("evidence.empty"),
    TOO_LARGE("evidence.too-large"),
    /** The report has as many files as one may have. */
    FULL("evidence.full"),
    /** It lies where Teams keeps no files. */
    PLACE("evidence.place"),
    /** The address that Teams gave has run out. */
    GONE("evidence.gone"),
    FAILED("evidence.failed");

    private static final Set<String> ARCHIVES =
            Set.of("zip", "7z", "rar", "gz", "tgz", "tar", "bz2", "xz", "cab", "iso", "img", "x-zip-compressed");
    private static final Set<String> PAGES =
            Set.of("htm", "html", "xhtml", "mht", "mhtml", "svg", "svgz", "svg+xml", "xml");
    private static final Set<String> PROGRAMS = Set.of(
            "exe", "com", "dll", "scr", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "lnk",
            "jar", "sh", "apk", "app", "dmg", "pkg", "reg", "url", "one", "docm", "xlsm", "pptm");

    private static final List<String> ARCHIVES_BEGIN =
            List.of("PK\u0003\u0004", "PK\u0005\u0006", "7z\u00bc\u00af", "Rar!", "\u001f\u008b", "BZh", "MSCF");
    private static final List<String> PROGRAMS_BEGIN = List.of(
            "MZ",
            "\u007fELF",
            "#!",
            "\u00ca\u00fe\u00ba\u00be",
            "\u00cf\u00fa\u00ed\u00fe",
            "L\u0000\u0000\u0000\u0001\u0014");
    private static final List<String> PAGES_BEGIN = List.of("<!doctype", "<html", "<svg", "<?xml", "<head", "<script");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** Why a file is refused that is said to be that: the end of its name, or what follows {@code image/}. */
    static Refusal ofNamed(String kind) {
        String small = kind.toLowerCase(Locale.ROOT);
        if (ARCHIVES.contains(small)) {
            return ARCHIVE;
        }
        if (PAGES.contains(small)) {
            return PAGE;
        }
        return PROGRAMS.contains(small) ? PROGRAM : OTHER;
    }

    /** Why a file is refused whose content is of no type that is kept. */
    static Refusal ofContent(byte[] content) {
        String begin = new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1);
        if (ARCHIVES_BEGIN.stream().anyMatch(begin::startsWith)) {
            return ARCHIVE;
        }
        if (PROGRAMS_BEGIN.stream().anyMatch(begin::startsWith)) {
            return PROGRAM;
        }
        String text =
                begin.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        return PAGES_BEGIN.stream().anyMatch(text::startsWith) ? PAGE : MISMATCH;
    }
}
