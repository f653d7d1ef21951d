package io.beadle.card;

import io.beadle.knowledge.RegisterAnswer;
import io.beadle.knowledge.RegisterAnswer.Asked;
import io.beadle.knowledge.RegisterAnswer.Fact;
import io.beadle.knowledge.RegisterAnswer.Source;
import io.beadle.knowledge.RegisterAnswer.Told;
import io.beadle.knowledge.RegisteredPolicy;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers of a register for cards and texts. */
public final class SamplePolicies {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final Source DOCUMENT = new Source(Source.Kind.DOCUMENT, "Password policy", false);

    public static final Told PASSWORDS = new Told(
            new RegisteredPolicy(
                    "Password policy",
                    "passwords.md",
                    "policy",
                    "Information security manager",
                    "4.0",
                    LocalDate.of(2025, 7, 1),
                    LocalDate.of(2026, 7, 31),
                    URI.create("https://www.aldermere.example/policies/passwords_(new)"),
                    "owner@aldermere.example"),
            Map.of(
                    Fact.OWNER, new Source(Source.Kind.REGISTER, null, false),
                    Fact.VERSION, DOCUMENT,
                    Fact.APPROVED, new Source(Source.Kind.DOCUMENT, "Password policy", true),
                    Fact.REVIEW, new Source(Source.Kind.LIST, "Information *security* policy", false)));

    private SamplePolicies() {}

    public static RegisterAnswer about(Fact fact) {
        return new RegisterAnswer(new Asked.About(fact), List.of(PASSWORDS), 0, 3);
    }

    static RegisterAnswer owner() {
        return about(Fact.OWNER);
    }

    /** More than a card has rows for. */
    static RegisterAnswer everything() {
        List<Told> policies = Stream.concat(
                        Stream.of(PASSWORDS), IntStream.range(0, 12).mapToObj(i -> listed("Listed policy " + i)))
                .toList();
        return new RegisterAnswer(new Asked.Everything(), policies, 12, 13);
    }

    static RegisterAnswer named(String name) {
        return new RegisterAnswer(new Asked.About(Fact.ANY), List.of(listed(name)), 1, 1);
    }

    static Told listed(String name) {
        return new Told(new RegisteredPolicy(name, null, null, null, null, null, null, null, null), Map.of());
    }
}
