package io.beadle.bot.people;

import io.beadle.bot.desk.DeskMoves;
import io.beadle.content.Kept;
import io.beadle.content.Retention;
import io.beadle.people.Appointing;
import io.beadle.people.Consents;
import io.beadle.people.Proposal;
import io.beadle.people.Proposals;
import io.beadle.people.ProposedChange;
import io.beadle.privacy.Deletions;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes what was agreed so, also what a crash left undone; ends what nobody decided in time. */
@Component
class CarryingOut implements Sweep {
    private static final Logger log = LoggerFactory.getLogger(CarryingOut.class);

    private final Consents consents;
    private final Proposals proposals;
    private final Appointing appointing;
    private final DeskMoves moves;
    private final ConsentNotices notices;
    private final HolderNotices holders;
    private final Retention retention;
    private final Deletions deletions;

    CarryingOut(
            Consents consents,
            Proposals proposals,
            Appointing appointing,
            DeskMoves moves,
            ConsentNotices notices,
            HolderNotices holders,
            Retention retention,
            Deletions deletions) {
        this.consents = consents;
        this.proposals = proposals;
        this.appointing = appointing;
        this.moves = moves;
        this.notices = notices;
        this.holders = holders;
        this.retention = retention;
        this.deletions = deletions;
    }

    /** Does it and tells of it; the proposal as it is then. */
    Proposal carryOut(Proposal agreed, Instant now) {
        boolean made = switch (agreed.change()) {
            case ProposedChange.OfRoles change -> appointing.carryOut(change);
            case ProposedChange.MoveDesk move -> moves.carryOut(move, agreed.by());
        };
        if (made) {
            // before it is said to be done: after a crash in between it is carried out, and told, once more
            notices.announce(agreed, now);
            tellHolders(agreed, now);
        }
        Proposal ended = consents.carriedOut(agreed, made, now);
        log.info("proposal ended proposal={} state={}", ended.id(), ended.state());
        notices.tellProposer(ended, now);
        return ended;
    }

    private void tellHolders(Proposal agreed, Instant now) {
        switch (agreed.change()) {
            case ProposedChange.OfRoles change -> holders.tell(agreed, change, now);
            case ProposedChange.MoveDesk move -> {}
        }
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public long sweep(Instant now) {
        List<Proposal> agreed = consents.agreed();
        agreed.forEach(proposal -> carryOut(proposal, now));
        List<Proposal> expired = consents.expire(now);
        expired.forEach(proposal -> notices.tellProposer(proposal, now));
        long ended = proposals.deleteEndedBefore(now.minus(retention.of(Kept.PROPOSALS)));
        deletions.add(Kept.PROPOSALS, ended, now);
        return agreed.size() + expired.size() + ended;
    }
}
