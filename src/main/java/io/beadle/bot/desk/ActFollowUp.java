package io.beadle.bot.desk;

import io.beadle.bot.turn.Turn;
import io.beadle.content.DeskAct;
import io.beadle.incident.Act;
import io.beadle.incident.Incident;
import java.util.Optional;

/** What an act sets off besides what it does to the incident, such as a pack to be made and handed over. */
@FunctionalInterface
public interface ActFollowUp {
    /**
     * Once an act was recorded.
     *
     * @return what whoever did it is told, empty where nothing follows
     */
    Optional<String> after(Incident incident, DeskAct rule, Act done, Turn turn);
}
