package io.beadle.register;

import io.beadle.people.Person;
import org.jspecify.annotations.Nullable;

/** Who reads an answer about incidents. */
public sealed interface Viewer {
    /** Somebody whom nobody reads along with. */
    record Alone(Person person) implements Viewer {}

    /** Everybody in a desk's channel, who sees what that desk shows and nothing restricted (G10, G11); one of them asks. */
    record Channel(String desk, Person asker) implements Viewer {}

    /** Who asks. */
    default Person person() {
        return switch (this) {
            case Alone alone -> alone.person();
            case Channel channel -> channel.asker();
        };
    }

    /** Whose eyes alone see it; null where others read along. */
    default @Nullable String reader() {
        return switch (this) {
            case Alone alone -> alone.person().id();
            case Channel channel -> null;
        };
    }
}
