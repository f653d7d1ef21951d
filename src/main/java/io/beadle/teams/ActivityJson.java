package io.beadle.teams;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Activities as JSON, with the settings of the SDK's own mapper. */
final class ActivityJson {
    /** Teams sends less than ten levels; what is deeper would be read, walked and written by calls that nest as deep. */
    static final int DEEPEST = 100;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .maxNameLength(1_000)
                            .build())
                    // By default each thread has its own, and a turn is a thread of its own.
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            // Or questions such as isTeamsActivity() go over the wire as if they were properties.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .addModule(new JavaTimeModule())
            .addMixIn(Activity.class, WithoutTimes.class)
            .build();

    private ActivityJson() {}

    /**
     * Times are our clock's, never the activity's: the SDK misreads fractions of a second and fails on a time without one.
     * A delivery mode would make the SDK keep replies back instead of sending them.
     */
    @JsonIgnoreProperties({"timestamp", "localTimestamp", "expiration", "deliveryMode"})
    private interface WithoutTimes {}

    /**
     * Empty when this is no JSON, or not an activity: it needs a type, a conversation and a service URL, and what somebody
     * wrote or pressed needs that somebody.
     */
    static Optional<Activity> read(byte[] json) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, Activity.class)).filter(ActivityJson::isComplete);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            return MAPPER.missingNode();
        }
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** What Teams gets; the cards in it with keys. */
    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(InputKeys.put(MAPPER.valueToTree(value)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UncheckedIOException("Cannot write a " + value.getClass().getSimpleName() + " as JSON", strip(e));
        }
    }

    /** The library's message may quote the value. */
    private static IOException strip(Exception e) {
        return new IOException(e.getClass().getSimpleName());
    }

    private static boolean isComplete(Activity activity) {
        return isGiven(activity.getType())
                && activity.getConversation() != null
                && isGiven(activity.getConversation().getId())
                && isGiven(activity.getServiceUrl())
                && (hasSender(activity) || !needsSender(activity));
    }

    private static boolean needsSender(Activity activity) {
        return activity.isType(ActivityTypes.MESSAGE) || activity.isType(ActivityTypes.INVOKE);
    }

    private static boolean hasSender(Activity activity) {
        return activity.getFrom() != null && isGiven(activity.getFrom().getId());
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
