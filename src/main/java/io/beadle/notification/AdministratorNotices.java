package io.beadle.notification;

import io.beadle.people.Administrators;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Notices to those who run Beadle, each in their own chat. */
@Component
final class AdministratorNotices {
    private final Administrators administrators;
    private final ConversationReferences references;
    private final Notices notices;

    AdministratorNotices(Administrators administrators, ConversationReferences references, Notices notices) {
        this.administrators = administrators;
        this.references = references;
        this.notices = notices;
    }

    /**
     * Puts it there for each of them whom Beadle has met. What was put by the same key is told once.
     *
     * @param who whether somebody may be
     * @return how many are told, or were
     */
    int tell(String key, Message message, Predicate<Person> who, Instant now) {
        int told = 0;
        for (String administrator : administrators.named()) {
            Optional<Address> chat =
                    references.personalOf(administrator).filter(address -> who.test(new Person(administrator, "")));
            if (chat.isPresent() && chat.get().person() != null) {
                String conversation = chat.get().conversation();
                notices.insert(Notice.toPerson(
                        key + "-" + UUID.nameUUIDFromBytes(administrator.getBytes(StandardCharsets.UTF_8)),
                        new Notice.To.Somebody(chat.get().person(), conversation, conversation),
                        message,
                        now));
                told++;
            }
        }
        return told;
    }
}
