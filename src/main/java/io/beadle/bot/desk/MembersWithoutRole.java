package io.beadle.bot.desk;

import io.beadle.teams.Conversations.Member;
import java.util.List;

/** Counts who of a desk's channel holds no role (G12). */
@FunctionalInterface
public interface MembersWithoutRole {
    int among(List<Member> members);
}
