package io.beadle.bot.register;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.content.Messages;
import org.springframework.stereotype.Component;

/** Takes what concerns registers, packs and evidence to where it is done; nowhere but in the personal chat (G11). */
@Component
public final class Registers {
    private final Tables tables;
    private final Packs packs;
    private final Evidences evidences;
    private final Messages messages;

    Registers(Tables tables, Packs packs, Evidences evidences, Messages messages) {
        this.tables = tables;
        this.packs = packs;
        this.evidences = evidences;
        this.messages = messages;
    }

    public void answer(Intent.OfRegister wanted, Turn turn, Chat chat) {
        if (!turn.isPersonal()) {
            chat.send(messages.text("register.private"));
            return;
        }
        switch (wanted) {
            case Intent.BreachRegister register -> tables.breaches(turn, chat);
            case Intent.FoiTable foi -> tables.foi(turn, chat);
            case Intent.IcoPack pack -> chat.send(packs.asked(pack.incident(), pack.update(), turn));
            case Intent.EvidenceOf evidence -> evidences.show(evidence.incident(), turn, chat);
        }
    }

    public Reply pressed(CardAction.OfRegister action, Turn turn) {
        if (!turn.isPersonal()) {
            return new Reply.Tell(messages.text("register.private"));
        }
        return switch (action) {
            case CardAction.ExportTable export -> new Reply.Tell(tables.export(export, turn));
            case CardAction.OpenEvidence open -> evidences.open(open, turn);
            case CardAction.HandOverEvidence handOver -> evidences.handOver(handOver, turn);
        };
    }
}
