package io.beadle.bot.ask;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Turn;
import io.beadle.card.ChangesCard;
import io.beadle.card.Markdown;
import io.beadle.content.Messages;
import io.beadle.knowledge.ClauseChange;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.PolicyVersion;
import io.beadle.knowledge.PolicyVersions;
import io.beadle.knowledge.RegisteredPolicy;
import io.beadle.knowledge.VersionChanges;
import io.beadle.teams.DeliveryException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers "what changed in the mobile policy?": how much as a text, then a card with the clauses as they were and are. */
@Component
public final class PolicyChanges {
    private static final Logger log = LoggerFactory.getLogger(PolicyChanges.class);

    /** Words that say nothing of which policy is meant. */
    private static final Set<String> ANY =
            Set.of("the", "our", "your", "a", "of", "and", "on", "for", "policy", "policies");

    private final PolicyAssistant assistant;
    private final PolicyVersions versions;
    private final PolicyRegister register;
    private final ChangesCard card;
    private final Messages messages;

    PolicyChanges(
            PolicyAssistant assistant,
            PolicyVersions versions,
            PolicyRegister register,
            ChangesCard card,
            Messages messages) {
        this.assistant = assistant;
        this.versions = versions;
        this.register = register;
        this.card = card;
        this.messages = messages;
    }

    /**
     * Says what changed, or that nothing can be compared.
     *
     * @return false if more can be said by answering it like any other question: which policy is meant is not known, or
     *     only one version of it is
     */
    public boolean answer(Intent.Changes asked, Turn turn, Chat chat) {
        return find(asked.policy(), Understanding.reader(turn))
                .map(policy -> answer(policy, chat))
                .orElse(false);
    }

    private boolean answer(Policy policy, Chat chat) {
        Optional<VersionChanges> changes = versions.changes(policy.document());
        if (changes.isEmpty()) {
            versions.of(policy.document()).stream()
                    .findFirst()
                    .map(PolicyVersion::since)
                    .ifPresent(since -> chat.send(
                            messages.text("changes.first", Markdown.escape(policy.title()), card.day(since))));
            return false;
        }
        VersionChanges found = changes.get();
        String title = Markdown.escape(policy.title());
        String since = card.day(found.after().since());
        if (found.clauses().isEmpty()) {
            chat.send(messages.text("changes.none", title, since));
            return true;
        }
        chat.send(messages.text(
                "changes.text",
                title,
                since,
                count(found, ClauseChange.Changed.class),
                count(found, ClauseChange.Added.class),
                count(found, ClauseChange.Removed.class)));
        try {
            chat.send(card.of(found));
        } catch (DeliveryException e) {
            // the numbers are there: a failed turn would be delivered again, and the answer given twice
            log.warn("changes without card status={} code={}", e.status(), e.code());
        }
        return true;
    }

    private static String count(VersionChanges changes, Class<? extends ClauseChange> kind) {
        return String.valueOf(
                changes.clauses().stream().filter(kind::isInstance).count());
    }

    /** The policy all of whose asked-for words are in its title or file name, and that has the fewest others there. */
    private Optional<Policy> find(String asked, @Nullable String reader) {
        Set<String> wanted = words(asked);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return assistant.status().policies().stream()
                .filter(policy -> register.mayRead(policy.document(), reader))
                .filter(policy -> names(policy).containsAll(wanted))
                .min(Comparator.comparingInt(
                                (Policy policy) -> words(policy.title()).size())
                        .thenComparing(Policy::document));
    }

    private Set<String> names(Policy policy) {
        String known = register.ofDocument(policy.document())
                .map(RegisteredPolicy::name)
                .orElse("");
        return Stream.of(policy.title(), policy.document(), known)
                .flatMap(name -> words(name).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> words(String text) {
        List<String> words = Arrays.asList(text.toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}]+"));
        return words.stream()
                .filter(word -> !word.isEmpty() && !ANY.contains(word))
                .map(word -> word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.toSet());
    }
}
