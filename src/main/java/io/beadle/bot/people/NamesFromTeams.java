package io.beadle.bot.people;

import io.beadle.bot.desk.PersonNames;
import io.beadle.people.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By the rosters of the desk's channel and of the person's own chat with Beadle. */
@Component
class NamesFromTeams implements PersonNames {
    private final Directory directory;

    NamesFromTeams(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<String> of(String id) {
        return directory.named(id, directory.atDesk()).map(Person::name);
    }
}
