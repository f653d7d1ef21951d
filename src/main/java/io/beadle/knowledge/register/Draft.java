package io.beadle.knowledge.register;

import io.beadle.content.BritishDate;
import io.beadle.content.RegisterFile;
import io.beadle.knowledge.ListedReview;
import io.beadle.knowledge.RegisterAnswer.Fact;
import io.beadle.knowledge.RegisterAnswer.Source;
import io.beadle.knowledge.RegisterAnswer.Told;
import io.beadle.knowledge.RegisteredPolicy;
import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry while it is put together; who comes later is believed more. */
final class Draft {
    private String name;
    private final @Nullable String document;
    private final @Nullable String whose;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<Fact, Source> sources = new EnumMap<>(Fact.class);
    private @Nullable String kind;
    private @Nullable String owner;
    private @Nullable String version;
    private @Nullable BritishDate approved;
    private @Nullable BritishDate review;
    private @Nullable URI link;
    private @Nullable String contact;

    /** @param whose as in {@link Entry#whose()} */
    Draft(String name, @Nullable String document, @Nullable String whose) {
        this.name = name;
        this.document = document;
        this.whose = whose;
        names.add(name);
        if (document != null) {
            names.add(document.replaceFirst("\\.\\w+$", ""));
        }
        kind = Names.kind(name).isEmpty() ? null : Names.kind(name);
    }

    String name() {
        return name;
    }

    @Nullable
    String document() {
        return document;
    }

    boolean hasReview() {
        return review != null;
    }

    void owner(@Nullable String text, Source source) {
        owner = take(Fact.OWNER, owner, text, source);
    }

    void version(@Nullable String text, Source source) {
        version = take(Fact.VERSION, version, text, source);
    }

    /** What is no date is not taken. */
    void approved(@Nullable String text, Source source) {
        approved = date(Fact.APPROVED, approved, text, source);
    }

    /** The same. */
    void review(@Nullable String text, Source source) {
        review = date(Fact.REVIEW, review, text, source);
    }

    void listed(ListedReview listed, Source source) {
        review = new BritishDate(listed.reviewDue(), listed.reviewDue());
        kind = listed.kind() == null ? kind : listed.kind();
        sources.put(Fact.REVIEW, source);
    }

    void register(RegisterFile.Entry entry) {
        Source source = new Source(Source.Kind.REGISTER, null, false);
        String called = entry.name();
        if (called != null) {
            name = called;
            names.add(called);
        }
        names.addAll(entry.also());
        kind = entry.kind() == null ? kind : entry.kind();
        contact = entry.contact() == null ? contact : entry.contact();
        String address = entry.link();
        link = address == null ? link : URI.create(address);
        owner(entry.owner(), source);
        version(entry.version(), source);
        approved(entry.approved(), source);
        review(entry.reviewDue(), source);
    }

    Entry entry() {
        RegisteredPolicy policy = new RegisteredPolicy(
                name,
                document,
                kind,
                owner,
                version,
                approved == null ? null : approved.first(),
                review == null ? null : review.last(),
                link,
                contact);
        return new Entry(new Told(policy, sources), List.copyOf(names), whose);
    }

    private @Nullable String take(Fact fact, @Nullable String old, @Nullable String text, Source source) {
        if (text == null || text.isBlank()) {
            return old;
        }
        sources.put(fact, source);
        return text.strip();
    }

    private @Nullable BritishDate date(Fact fact, @Nullable BritishDate old, @Nullable String text, Source source) {
        Optional<BritishDate> date = Optional.ofNullable(text).flatMap(BritishDate::parse);
        date.ifPresent(day -> sources.put(
                fact, new Source(source.kind(), source.title(), !day.first().equals(day.last()))));
        return date.orElse(old);
    }
}
