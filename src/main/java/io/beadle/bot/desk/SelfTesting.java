package io.beadle.bot.desk;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Turn;
import io.beadle.card.SelfTestCard;
import io.beadle.content.Messages;
import io.beadle.people.RoleHolders;
import io.beadle.selftest.SelfTest;
import io.beadle.selftest.SelfTestText;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** "@Beadle self-test": in the desk's channel, or in the chat of an administrator or of whoever runs the desk. */
@Component
public final class SelfTesting {

    private final SelfTest test;
    private final SelfTestCard card;
    private final SelfTestText text;
    private final DeskRights rights;
    private final RoleHolders holders;
    private final HeldAccounts held;
    private final Messages messages;
    private final InstantSource clock;

    SelfTesting(
            SelfTest test,
            SelfTestCard card,
            SelfTestText text,
            DeskRights rights,
            RoleHolders holders,
            HeldAccounts held,
            Messages messages,
            InstantSource clock) {
        this.test = test;
        this.card = card;
        this.text = text;
        this.rights = rights;
        this.holders = holders;
        this.held = held;
        this.messages = messages;
        this.clock = clock;
    }

    /** Tests, and shows what was found. */
    public void show(Turn turn, Chat chat) {
        Optional<String> refusal = refusal(turn);
        if (refusal.isPresent()) {
            chat.send(refusal.get());
            return;
        }
        chat.send(messages.text("selftest.running"));
        SelfTest.Result result = test.run();
        chat.send(card.of(messages.text("selftest.title"), text.summary(result), result.findings()));
    }

    private Optional<String> refusal(Turn turn) {
        boolean runsTheDesk = turn.isPersonal()
                && !held.has(turn.person())
                && holders.may(turn.person(), "assign", false, clock.instant());
        return runsTheDesk ? Optional.empty() : rights.refusal(turn, "selftest.refused");
    }
}
