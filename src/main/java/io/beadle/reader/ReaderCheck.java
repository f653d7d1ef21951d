package io.beadle.reader;

import io.beadle.reader.ReaderSettings.Policies;
import io.beadle.reader.ReaderSettings.Teams;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

/** What is wrong with the reader's settings, told without starting it. */
public final class ReaderCheck {
    /** By itself, so that a mistake in another setting does not hide one in it. */
    record Address(@Nullable String publicUrl, @DefaultValue Teams teams) {
        Address {
            publicUrl = ReaderSettings.checked(publicUrl, teams);
        }
    }

    private ReaderCheck() {}

    /** A line for each mistake, the same sentence with which the reader refuses to start; none where it would start. */
    public static List<String> problems(Environment environment) {
        Binder binder = Binder.get(environment);
        return Stream.of(
                        problem(() -> binder.bindOrCreate("beadle.policies", Policies.class)),
                        problem(() -> binder.bindOrCreate("beadle", Address.class)),
                        problem(() -> binder.bindOrCreate("beadle", ReaderSettings.class)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<String> problem(Runnable binding) {
        try {
            binding.run();
            return Optional.empty();
        } catch (BindException e) {
            String reason =
                    String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return Optional.of(reason.startsWith("beadle.") ? reason : e.getName() + ": " + reason);
        }
    }
}
