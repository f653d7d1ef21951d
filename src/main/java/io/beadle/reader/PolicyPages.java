package io.beadle.reader;

import io.beadle.knowledge.KnowledgeStatus;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.PolicyTexts;
import io.beadle.knowledge.ReplacedLaws;
import io.beadle.reader.Seal.Opens;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Decides what somebody gets to see who comes with an address, and fetches it. */
final class PolicyPages {
    private final ReaderSettings settings;
    private final PolicyAssistant assistant;
    private final PolicyTexts texts;
    private final PolicyRegister register;
    private final ReplacedLaws laws;
    private final Seal seal;
    private final InstantSource clock;
    private final ZoneId zone;

    PolicyPages(
            ReaderSettings settings,
            PolicyAssistant assistant,
            PolicyTexts texts,
            PolicyRegister register,
            ReplacedLaws laws,
            Seal seal,
            InstantSource clock,
            ZoneId zone) {
        this.settings = settings;
        this.assistant = assistant;
        this.texts = texts;
        this.register = register;
        this.laws = laws;
        this.seal = seal;
        this.clock = clock;
        this.zone = zone;
    }

    /** What every page is written with. */
    record Opened(Object shown, String path, String opened, String read) {}

    /** A policy in the list of all. */
    record Listed(String slug, String title, String organisation, String version) {}

    /** The policies that everybody may read. */
    record PolicyList(String search, int count, List<Listed> policies) {}

    /** The document, if the address opens it. Who brings no valid link costs no look into the index. */
    Optional<Opened> open(Visit visit) {
        Instant now = clock.instant();
        Opens opens = seal.opens(visit.slug(), visit.end(), visit.signature(), now);
        if (opens == Opens.NOTHING && !settings.policies().open()) {
            return Optional.empty();
        }
        KnowledgeStatus status = assistant.status();
        return status.policies().stream()
                .filter(policy -> Slug.of(policy.document()).equals(visit.slug()))
                .filter(policy -> mayRead(policy, opens))
                .findFirst()
                .map(policy -> opened(page(visit, policy, now), status, now));
    }

    /** The list of the policies; empty unless they are public. */
    Optional<Opened> list(String typed) {
        if (!settings.policies().open()) {
            return Optional.empty();
        }
        Search search = Search.of(typed);
        KnowledgeStatus status = assistant.status();
        List<Listed> listed = status.policies().stream()
                .filter(policy -> register.mayRead(policy.document(), null))
                .filter(policy -> typed.isBlank()
                        || search.finds(policy.title() + "\n" + Objects.requireNonNullElse(policy.organisation(), "")))
                .sorted(Comparator.comparing(Policy::title, String.CASE_INSENSITIVE_ORDER))
                .map(policy -> new Listed(
                        Slug.of(policy.document()),
                        policy.title(),
                        Objects.requireNonNullElse(policy.organisation(), ""),
                        Objects.requireNonNullElse(policy.version(), "")))
                .toList();
        return Optional.of(opened(new PolicyList(search.asked(), listed.size(), listed), status, clock.instant()));
    }

    private boolean mayRead(Policy policy, Opens opens) {
        return opens == Opens.ANY || register.mayRead(policy.document(), null);
    }

    private PolicyPage page(Visit visit, Policy policy, Instant now) {
        return PolicyPage.of(
                visit,
                policy,
                register.ofDocument(policy.document()).orElse(null),
                texts.passages(policy.document()),
                laws,
                LocalDate.ofInstant(now, zone));
    }

    private Opened opened(Object shown, KnowledgeStatus status, Instant now) {
        return new Opened(
                shown, settings.path(), WrittenDate.time(now, zone), WrittenDate.time(status.indexed(), zone));
    }
}
