package io.beadle.notification;

import io.beadle.card.Card;
import io.beadle.card.RegisterCard;
import io.beadle.content.Messages;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.RegisteredPolicy;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reminds the desk of policies to be reviewed: 60 and 30 days before and on the day, each policy by itself, then monthly of
 * all that are overdue, together. Each reminder is told once, by however many instances: its key names it. Who was away
 * for a while is reminded of the latest step only.
 */
@Component
class ReviewReminders implements Sweep {
    /** In days before the review is due, the next first (governance.md, "Numbers"). */
    private static final int[] STEPS = {0, 30, 60};

    /** Nobody is reminded of a policy at night. */
    private static final int FIRST_HOUR = 8;

    private final PolicyRegister register;
    private final Notices notices;
    private final RegisterCard card;
    private final Messages messages;
    private final ZoneId zone;

    ReviewReminders(PolicyRegister register, Notices notices, RegisterCard card, Messages messages, ZoneId zone) {
        this.register = register;
        this.notices = notices;
        this.card = card;
        this.messages = messages;
        this.zone = zone;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public long sweep(Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        if (local.getHour() < FIRST_HOUR) {
            return 0;
        }
        return remind(local.toLocalDate(), now);
    }

    private long remind(LocalDate today, Instant now) {
        List<RegisteredPolicy> policies = register.policies();
        long told = policies.stream()
                .filter(policy -> step(policy, today)
                        .filter(step -> put(key(policy, step), List.of(policy), today, now))
                        .isPresent())
                .count();
        List<RegisteredPolicy> overdue =
                policies.stream().filter(policy -> isOverdue(policy, today)).toList();
        boolean monthly = !overdue.isEmpty() && put("review:overdue:" + YearMonth.from(today), overdue, today, now);
        return told + (monthly ? 1 : 0);
    }

    /** The step that was reached last; none before the first, and none once the monthly reminder has it. */
    private static Optional<Integer> step(RegisteredPolicy policy, LocalDate today) {
        LocalDate due = policy.reviewDue();
        return due == null || isOverdue(policy, today)
                ? Optional.empty()
                : IntStream.of(STEPS)
                        .filter(days -> !due.minusDays(days).isAfter(today))
                        .boxed()
                        .findFirst();
    }

    /** What was due this month has had its reminder on the day. */
    private static boolean isOverdue(RegisteredPolicy policy, LocalDate today) {
        return policy.isOverdue(today.withDayOfMonth(1));
    }

    /** False if it was put before. */
    private boolean put(String key, List<RegisteredPolicy> policies, LocalDate today, Instant now) {
        if (notices.find(key).isPresent()) {
            return false;
        }
        Card shown = card.reminder(policies.stream().map(this::named).toList(), today);
        return notices.insert(Notice.toDesk(key, 1, Message.card(shown.json(), shown.summary()), now));
    }

    private static String key(RegisteredPolicy policy, int step) {
        String name = policy.document() == null ? policy.name() : policy.document();
        return "review:" + name + ":" + policy.reviewDue() + ":" + step;
    }

    /** With whom to write to; but a channel is everybody: what not everybody may read is not named there (G34). */
    private RegisteredPolicy named(RegisteredPolicy policy) {
        boolean restricted = policy.document() != null && !register.mayRead(policy.document(), null);
        return new RegisteredPolicy(
                restricted ? messages.text("review.restricted") : policy.name(),
                null,
                null,
                owner(policy),
                restricted ? null : policy.version(),
                restricted ? null : policy.approved(),
                policy.reviewDue(),
                restricted ? null : policy.link(),
                null);
    }

    private @Nullable String owner(RegisteredPolicy policy) {
        String contact = policy.contact();
        if (contact == null || !contact.contains("@")) {
            return policy.owner();
        }
        return policy.owner() == null ? contact : messages.text("review.owner", policy.owner(), contact);
    }
}
