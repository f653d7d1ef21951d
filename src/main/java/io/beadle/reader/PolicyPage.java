package io.beadle.reader;

import io.beadle.knowledge.Caution;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.RegisteredPolicy;
import io.beadle.knowledge.ReplacedLaws;
import io.beadle.reader.Block.Line;
import io.beadle.reader.MarkedText.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document as its template writes it.
 *
 * @param facts what is known of the document
 * @param overdue the day by which its review was due; null where it is not past
 * @param gone whether the link was to a clause that the document no longer has
 * @param contents the sections with a heading; empty where they are too few to list
 * @param hits null where nothing is searched for
 */
record PolicyPage(
        Visit visit,
        String title,
        List<Fact> facts,
        @Nullable String overdue,
        boolean gone,
        List<Section> contents,
        @Nullable Hits hits,
        List<Part> parts) {
    private static final int FEWEST_SECTIONS = 3;
    private static final int EXCERPT = 160;

    record Fact(String name, String value) {}

    /** @param count such as {@code 1 clause} */
    record Hits(String asked, String count, List<Hit> list) {}

    record Hit(
            String anchor,
            @Nullable String number,
            @Nullable String heading,
            Line excerpt) {}

    record Part(Section section, List<Clause> clauses) {}

    /**
     * A passage.
     *
     * @param number null where the heading above says it already
     * @param chosen whether the link is to it
     * @param quoted whether a part of it is marked as what Beadle quoted
     * @param replaced the laws and services it names that something else has replaced (G33)
     */
    record Clause(
            String anchor,
            @Nullable String number,
            @Nullable Integer page,
            boolean chosen,
            boolean quoted,
            List<Replaced> replaced,
            List<Block> blocks) {}

    /** @param since null where nobody says when */
    record Replaced(String name, String by, @Nullable String since) {
        private static Replaced of(Caution.Superseded old) {
            return new Replaced(old.name(), old.by(), old.since() == null ? null : WrittenDate.day(old.since()));
        }
    }

    /** @param registered what the register says of it; null where it has nothing */
    static PolicyPage of(
            Visit visit,
            Policy policy,
            @Nullable RegisteredPolicy registered,
            List<Passage> passages,
            ReplacedLaws laws,
            LocalDate today) {
        Search search = Search.of(visit.search());
        List<Section> sections = Section.of(passages);
        List<Section> headed =
                sections.stream().filter(section -> section.heading() != null).toList();
        boolean known = passages.stream().anyMatch(passage -> passage.id().equals(visit.clause()));
        LocalDate due = registered == null || !registered.isOverdue(today) ? null : registered.reviewDue();
        return new PolicyPage(
                visit,
                policy.title(),
                facts(policy, registered),
                due == null ? null : WrittenDate.day(due),
                !visit.clause().isEmpty() && !known,
                headed.size() < FEWEST_SECTIONS ? List.of() : headed,
                visit.search().isBlank() ? null : hits(search, passages),
                sections.stream()
                        .map(section -> new Part(
                                section,
                                section.passages().stream()
                                        .map(passage ->
                                                clause(passage, section.ownNumber(passage), visit, search, laws))
                                        .toList()))
                        .toList());
    }

    /** The register knows better than the document, which may be silent or out of date. */
    private static List<Fact> facts(Policy policy, @Nullable RegisteredPolicy registered) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Organisation", policy.organisation());
        add(
                facts,
                "Version",
                registered != null && registered.version() != null ? registered.version() : policy.version());
        add(facts, "Owner", registered != null && registered.owner() != null ? registered.owner() : policy.owner());
        add(facts, "Approved", registered == null ? policy.approved() : day(registered.approved(), policy.approved()));
        add(facts, "Review due", registered == null ? policy.review() : day(registered.reviewDue(), policy.review()));
        return facts;
    }

    private static void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(name, value));
        }
    }

    private static @Nullable String day(@Nullable LocalDate registered, @Nullable String written) {
        return registered == null ? written : WrittenDate.day(registered);
    }

    private static Clause clause(
            Passage passage, @Nullable String number, Visit visit, Search search, ReplacedLaws laws) {
        boolean chosen = passage.id().equals(visit.clause());
        Optional<Range> quoted = chosen ? Range.parse(visit.quoted(), passage.text()) : Optional.empty();
        MarkedText text = new MarkedText(passage.text(), quoted, search.in(passage.text()));
        return new Clause(
                Anchor.of(passage),
                number,
                passage.page(),
                chosen,
                quoted.isPresent(),
                laws.in(passage.text()).stream().map(Replaced::of).toList(),
                Layout.of(text));
    }

    private static Hits hits(Search search, List<Passage> passages) {
        List<Hit> hits = passages.stream()
                .filter(search::finds)
                .map(passage ->
                        new Hit(Anchor.of(passage), passage.section(), passage.heading(), excerpt(search, passage)))
                .toList();
        String count = hits.isEmpty() ? "No clause" : hits.size() + (hits.size() == 1 ? " clause" : " clauses");
        return new Hits(search.asked(), count, hits);
    }

    /** The words around the first place, from word to word. */
    private static Line excerpt(Search search, Passage passage) {
        String text = passage.text();
        List<Range> found = search.in(text);
        int first = found.stream().mapToInt(Range::from).min().orElse(0);
        int from = first <= EXCERPT / 4 ? 0 : Math.min(first, text.indexOf(' ', first - EXCERPT / 4) + 1);
        int last = text.lastIndexOf(' ', Math.min(from + EXCERPT, text.length()));
        int to = from + EXCERPT >= text.length() || last <= first ? text.length() : last;
        List<Run> runs = new ArrayList<>(new MarkedText(text, Optional.empty(), found).runs(from, to));
        if (from > 0) {
            runs.addFirst(new Run("… ", ""));
        }
        if (to < text.length()) {
            runs.add(new Run(" …", ""));
        }
        return new Line(List.copyOf(runs));
    }

    /** Of the tab and the window. */
    String caption() {
        return hits == null ? title : hits.count() + " with “" + hits.asked() + "”: " + title;
    }

    String version() {
        return facts.stream()
                .filter(fact -> Objects.equals(fact.name(), "Version"))
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }
}
