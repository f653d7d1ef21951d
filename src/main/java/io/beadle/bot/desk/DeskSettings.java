package io.beadle.bot.desk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What channel may be a desk.
 *
 * @param mostMembers in it: a larger one is taken for the whole organisation
 */
@ConfigurationProperties("beadle.desk")
record DeskSettings(@DefaultValue("100") int mostMembers) {
    DeskSettings {
        if (mostMembers < 2) {
            throw new IllegalArgumentException(
                    "beadle.desk.most-members must be 2 or more, since two people acknowledge: it is " + mostMembers);
        }
    }
}
