package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.teams.Address.Scope;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivitiesTests {
    private static final String URL = "https://smba.example/";

    @Test
    void aPersonalChatNamesThePerson() {
        assertThat(address(Samples.message(URL, "1", "hello")))
                .isEqualTo(new Address(
                        "a:chat",
                        Scope.PERSONAL,
                        URL,
                        Samples.BOT,
                        ScriptedPlatform.TENANT,
                        Samples.PERSON,
                        "0000-ada",
                        null));
    }

    @Test
    void aChannelIsTheChannelAndNotItsThread() {
        assertThat(address(Samples.inChannel(URL, "1", "hello")))
                .isEqualTo(new Address(
                        "19:desk@thread.tacv2",
                        Scope.CHANNEL,
                        URL,
                        Samples.BOT,
                        ScriptedPlatform.TENANT,
                        null,
                        null,
                        "19:team@thread.tacv2"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "personal, false, PERSONAL",
                "personal, true, GROUP",
                "groupChat, -, GROUP",
                "channel, -, CHANNEL",
                "meeting, false, GROUP",
                "-, false, GROUP",
                "-, -, GROUP"
            })
    void whatIsNotSaidToBePersonalIsNobodysOwn(@Nullable String type, @Nullable Boolean group, Scope scope) {
        Map<String, Object> conversation = new HashMap<>(Map.of("id", "19:some"));
        conversation.put("conversationType", type);
        conversation.put("isGroup", group);
        Map<String, Object> message = Samples.message(URL, "1", "hello");
        message.put("conversation", conversation);

        assertThat(address(message).scope()).isEqualTo(scope);
        assertThat(address(message).person()).isEqualTo(scope == Scope.PERSONAL ? Samples.PERSON : null);
    }

    @Test
    void whatTheActivityLeavesOutIsAbsent() {
        Map<String, Object> bare = Map.of("type", "event", "serviceUrl", URL, "conversation", Map.of("id", "a"));

        assertThat(address(bare)).isEqualTo(new Address("a", Scope.GROUP, URL, "", null, null));
    }

    private static Address address(Map<String, Object> activity) {
        return Activities.address(ActivityJson.read(Samples.json(activity).getBytes(StandardCharsets.UTF_8))
                .orElseThrow());
    }
}
