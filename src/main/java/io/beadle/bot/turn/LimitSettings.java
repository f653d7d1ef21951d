package io.beadle.bot.turn;

import io.beadle.teams.Allowances.Rate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one person may have of what costs the others something.
 *
 * @param questions answered from the policies, or passed to a person
 * @param searches from the box in which a message is written, where each few letters are one
 * @param reports begun; their steps, their sending and what is added to them are never counted
 */
@ConfigurationProperties("beadle.limits")
record LimitSettings(Rate questions, Rate searches, Rate reports) {
    LimitSettings(@Nullable Rate questions, @Nullable Rate searches, @Nullable Rate reports) {
        this.questions = questions == null ? new Rate(30, 15) : questions;
        this.searches = searches == null ? new Rate(60, 60) : searches;
        this.reports = reports == null ? new Rate(60, 10) : reports;
    }
}
