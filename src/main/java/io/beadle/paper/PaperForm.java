package io.beadle.paper;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.beadle.content.Contacts;
import io.beadle.content.Content;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportTypes;
import io.beadle.paper.Sheet.Style;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The report of an incident on one page of paper, in the words of the content (G9): whom to ring, what to do now, and the
 * questions that every type asks. What is too long is set smaller, down to 10 points, and then refused.
 */
public final class PaperForm {
    private static final float[] SIZES = {11, 10.5f, 10};
    private static final float MARGIN = 34;
    private static final float WIDTH = Sheet.WIDTH - 2 * MARGIN;
    private static final float GUTTER = 12;
    private static final float HALF = (WIDTH - GUTTER) / 2;
    private static final float PAD = 7;

    /** A line of handwriting. */
    private static final float WRITING = 21;

    /** Four lines of handwriting for what happened, or the form is no use. */
    private static final float STORY = 4 * WRITING;

    private static final Color NAVY = new Color(0x14324F);
    private static final Color RED = new Color(0xB00020);
    private static final Color PALE_RED = new Color(0xFDECEE);
    private static final Color PALE = new Color(0xEEF3F8);
    private static final Color LINE = new Color(0x5B6B7B);

    private final Contacts contacts;
    private final ReportTypes types;
    private final Messages messages;

    public PaperForm(Content content) {
        contacts = content.contacts();
        types = content.reportTypes();
        messages = content.messages();
    }

    /**
     * Writes the form as PDF.
     *
     * @throws FormTooLongException if the content's texts leave no room to write in
     */
    public void write(OutputStream out) throws IOException {
        for (float size : SIZES) {
            try (Sheet sheet = new Sheet(messages.text("paper.title"), "en-GB")) {
                if (drawn(sheet, size)) {
                    sheet.save(out);
                    return;
                }
            }
        }
        throw new FormTooLongException();
    }

    /** Whether there is room enough for all of it in type of this size. */
    private boolean drawn(Sheet sheet, float size) throws IOException {
        Contacts.Team team = contacts.securityTeam();
        float y = title(sheet, size);
        y = framed(sheet, Style.bold(size).in(RED), y, contacts.danger(), RED, PALE_RED);
        y = numbers(sheet, size, y, team);
        y = now(sheet, size, y);
        y = groups(sheet, size, y);
        y = row(sheet, size, y, messages.text("paper.name"), ask("contact"));
        y = row(sheet, size, y, messages.text("paper.what"), ask("system"));
        y = row(sheet, size, y, ask("where"), ask("where-now"));
        y = row(sheet, size, y, ask("happened"), ask("noticed"));
        y = row(sheet, size, y, ask("asset-tag"), messages.text("paper.told"));
        float left = choices(sheet, size, MARGIN, y, HALF, "danger");
        float right = choices(sheet, size, MARGIN + HALF + GUTTER, y, HALF, "personal-data");
        y = choices(sheet, size, MARGIN, Math.max(left, right), WIDTH, "people");
        y += sheet.text(Style.bold(size), MARGIN, y, WIDTH, ask("circumstances")) + 2;
        String hand = messages.text("paper.hand", team.name(), team.inHours(), team.outOfHours());
        float foot = sheet.height(size, WIDTH - 2 * PAD, hand) + office(sheet, size, -1) + 3 * PAD;
        float end = Sheet.HEIGHT - MARGIN + 8 - foot;
        float room = end - y - PAD;
        if (room < STORY) {
            return false;
        }
        sheet.box(MARGIN, y, WIDTH, room, LINE, Color.WHITE, 0.8f);
        sheet.box(MARGIN, end, WIDTH, foot, NAVY, PALE, 0.8f);
        float line = sheet.text(Style.plain(size), MARGIN + PAD, end + PAD, WIDTH - 2 * PAD, hand);
        office(sheet, size, end + 2 * PAD + line);
        return true;
    }

    /** What the team fills in, in three columns; measured only where {@code y} is negative. */
    private float office(Sheet sheet, float size, float y) throws IOException {
        float width = (WIDTH - 2 * PAD) / 3;
        float height = 0;
        float x = MARGIN + PAD;
        for (String key : List.of("paper.reference", "paper.typed", "paper.typed.when")) {
            String text = messages.text(key);
            height = Math.max(height, sheet.height(size, width, text));
            if (y >= 0) {
                sheet.text(Style.bold(size), x, y, width, text);
            }
            x += width;
        }
        return height;
    }

    private float title(Sheet sheet, float size) throws IOException {
        float large = size + 7;
        String title = messages.text("paper.title");
        String line = messages.text("paper.line", contacts.organisation());
        float inside = WIDTH - 2 * PAD;
        float height = sheet.height(large, inside, title) + sheet.height(size, inside, line) + 2 * PAD;
        float top = MARGIN - 10;
        sheet.box(MARGIN, top, WIDTH, height, NAVY, NAVY, 0.5f);
        float y = top + PAD - 2;
        y += sheet.text(Style.bold(large).in(Color.WHITE).title(), MARGIN + PAD, y, inside, title);
        sheet.text(Style.plain(size).in(Color.WHITE), MARGIN + PAD, y + 2, inside, line);
        return top + height + PAD;
    }

    private float framed(Sheet sheet, Style style, float y, String text, Color border, Color fill) throws IOException {
        float inside = WIDTH - 2 * PAD;
        float height = sheet.height(style.size(), inside, text) + 2 * PAD - 2;
        sheet.box(MARGIN, y, WIDTH, height, border, fill, 1.2f);
        sheet.text(style, MARGIN + PAD, y + PAD - 1, inside, text);
        return y + height + PAD;
    }

    /** Whom to ring, in type that is read across a desk. */
    private float numbers(Sheet sheet, float size, float y, Contacts.Team team) throws IOException {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put(messages.text("paper.ring", team.name(), team.hours()), team.inHours());
        ways.put(messages.text("paper.ring.other"), team.outOfHours());
        float large = size + 7;
        float inside = HALF - 2 * PAD;
        float label = 0;
        float number = 0;
        for (Map.Entry<String, String> way : ways.entrySet()) {
            label = Math.max(label, sheet.height(size, inside, way.getKey()));
            number = Math.max(number, sheet.height(large, inside, way.getValue()));
        }
        float height = label + number + 2 * PAD - 2;
        float x = MARGIN;
        for (Map.Entry<String, String> way : ways.entrySet()) {
            sheet.box(x, y, HALF, height, NAVY, PALE, 1.2f);
            sheet.text(Style.plain(size), x + PAD, y + PAD - 2, inside, way.getKey());
            sheet.text(Style.bold(large).in(NAVY), x + PAD, y + PAD + label - 1, inside, way.getValue());
            x += HALF + GUTTER;
        }
        return y + height + PAD;
    }

    private float now(Sheet sheet, float size, float y) throws IOException {
        float line = y + sheet.text(Style.bold(size).in(NAVY).heading(), MARGIN, y, WIDTH, messages.text("paper.now"));
        return line + sheet.text(Style.plain(size), MARGIN, line, WIDTH, messages.text("paper.now.text")) + PAD;
    }

    private float groups(Sheet sheet, float size, float y) throws IOException {
        float line = y
                + sheet.text(Style.bold(size).in(NAVY).heading(), MARGIN, y, WIDTH, messages.text("paper.groups"))
                + 2;
        for (int i = 0; i < types.groups().size(); i += 2) {
            float left =
                    tick(sheet, size, MARGIN, line, HALF, types.groups().get(i).title());
            float right = i + 1 < types.groups().size()
                    ? tick(
                            sheet,
                            size,
                            MARGIN + HALF + GUTTER,
                            line,
                            HALF,
                            types.groups().get(i + 1).title())
                    : 0;
            line += Math.max(left, right) + 2;
        }
        return line + PAD - 2;
    }

    private static float tick(Sheet sheet, float size, float x, float y, float width, String text) throws IOException {
        sheet.box(x, y + 1, size, size, LINE, Color.WHITE, 0.9f);
        return sheet.text(Style.plain(size), x + size + 5, y, width - size - 5, text);
    }

    /** Two questions side by side, each over the box for its answer. */
    private static float row(Sheet sheet, float size, float y, String left, String right) throws IOException {
        float label = Math.max(sheet.height(size, HALF, left), sheet.height(size, HALF, right));
        float x = MARGIN;
        for (String asked : List.of(left, right)) {
            float above = label - sheet.height(size, HALF, asked);
            sheet.text(Style.bold(size), x, y + above, HALF, asked);
            sheet.box(x, y + label + 1, HALF, WRITING, LINE, Color.WHITE, 0.8f);
            x += HALF + GUTTER;
        }
        return y + label + WRITING + 5;
    }

    /** A question whose choices are ticked, all in one line; where the next one may begin. */
    private float choices(Sheet sheet, float size, float x, float y, float width, String id) throws IOException {
        Optional<Question> question = question(id, asked -> !asked.choices().isEmpty());
        if (question.isEmpty()) {
            return y;
        }
        float line =
                y + sheet.text(Style.bold(size), x, y, width, question.get().ask()) + 1;
        List<Question.Choice> choices = question.get().choices();
        float each = width / Math.max(choices.size(), 1);
        float height = 0;
        for (int i = 0; i < choices.size(); i++) {
            height = Math.max(
                    height,
                    tick(
                            sheet,
                            size,
                            x + i * each,
                            line,
                            each - 4,
                            choices.get(i).label()));
        }
        return line + height + 4;
    }

    private String ask(String id) {
        return question(id, asked -> asked.choices().isEmpty())
                .map(Question::ask)
                .orElseGet(() -> messages.text("paper.more"));
    }

    /** The question of that id in the words in which most types ask it. */
    private Optional<Question> question(String id, Predicate<Question> fit) {
        List<Question> asked = types.types().stream()
                .flatMap(type -> type.question(id).stream())
                .filter(fit)
                .toList();
        Map<String, Long> times = asked.stream().collect(groupingBy(Question::ask, LinkedHashMap::new, counting()));
        return asked.stream().max(Comparator.comparing(question -> times.getOrDefault(question.ask(), 0L)));
    }
}
