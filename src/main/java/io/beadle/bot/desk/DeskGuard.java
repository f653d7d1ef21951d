package io.beadle.bot.desk;

import io.beadle.teams.Address;
import io.beadle.teams.Conversations;
import io.beadle.teams.Conversations.Member;
import io.beadle.teams.DeliveryException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether only the council's own people, and not all of them, read what is posted to a channel (G12). */
@Component
final class DeskGuard {
    private final Conversations conversations;
    private final int mostMembers;

    DeskGuard(Conversations conversations, DeskSettings settings) {
        this.conversations = conversations;
        this.mostMembers = settings.mostMembers();
    }

    /** What Teams says of a channel's members. */
    sealed interface Finding {
        /** It may be a desk. */
        record Fit(List<Member> members) implements Finding {
            public Fit {
                members = List.copyOf(members);
            }
        }

        record Outsiders(long guests, long ofOthers) implements Finding {}

        record TooMany(int most) implements Finding {}

        /** Teams did not say, for that reason. */
        record Unread(String why) implements Finding {}
    }

    Finding look(Address channel) {
        List<Member> members;
        try {
            members = conversations.members(channel, mostMembers);
        } catch (DeliveryException e) {
            return new Finding.Unread(why(e));
        }
        long guests = members.stream().filter(Member::guest).count();
        long ofOthers = members.stream()
                .filter(member -> !member.guest() && isOfOther(member, channel))
                .count();
        if (guests + ofOthers > 0) {
            return new Finding.Outsiders(guests, ofOthers);
        }
        if (members.size() > mostMembers) {
            return new Finding.TooMany(mostMembers);
        }
        // whoever asks is in it: a roster without anybody is none
        return members.isEmpty() ? new Finding.Unread("NoMembers") : new Finding.Fit(members);
    }

    /** Whether somebody is not the council's own: then being in a channel gives them no role (G12). */
    static boolean isOutsider(Member member, Address channel) {
        return member.guest() || isOfOther(member, channel);
    }

    /** Which tenant is the council's own, the channel's address says; in local mode perhaps none. */
    private static boolean isOfOther(Member member, Address channel) {
        return channel.tenant() != null
                && !member.tenant().isEmpty()
                && !member.tenant().equalsIgnoreCase(channel.tenant());
    }

    /** The platform's own word for it, which whoever looks it up will find. */
    static String why(DeliveryException refusal) {
        return refusal.code().isEmpty() ? String.valueOf(refusal.status()) : refusal.code();
    }
}
