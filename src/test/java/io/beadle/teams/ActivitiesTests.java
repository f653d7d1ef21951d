package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.teams.Address.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivitiesTests {
    private static final String URL = "https://smba.example/";

    @Test
    void aPersonalChatNamesThePerson() {
        assertThat(address(Samples.message(URL, "1", "hello")))
                .isEqualTo(new Address(
                        "a:chat", Scope.PERSONAL, URL, Samples.BOT, ScriptedPlatform.TENANT, Samples.PERSON));
    }

    @Test
    void aChannelIsTheChannelAndNotItsThread() {
        assertThat(address(Samples.inChannel(URL, "1", "hello")))
                .isEqualTo(new Address(
                        "19:desk@thread.tacv2", Scope.CHANNEL, URL, Samples.BOT, ScriptedPlatform.TENANT, null));
    }

    @Test
    void aGroupChatIsKnownByItsTypeOrAsAGroup() {
        Map<String, Object> byType = Samples.message(URL, "1", "hello");
        byType.put("conversation", Map.of("id", "19:group", "conversationType", "groupChat"));
        Map<String, Object> byFlag = Samples.message(URL, "1", "hello");
        byFlag.put("conversation", Map.of("id", "19:group", "isGroup", true));

        assertThat(address(byType).scope()).isEqualTo(Scope.GROUP);
        assertThat(address(byFlag).scope()).isEqualTo(Scope.GROUP);
        assertThat(address(byFlag).person()).isNull();
    }

    @Test
    void whatTheActivityLeavesOutIsAbsent() {
        Map<String, Object> bare = Map.of("type", "event", "serviceUrl", URL, "conversation", Map.of("id", "a"));

        assertThat(address(bare)).isEqualTo(new Address("a", Scope.PERSONAL, URL, "", null, null));
    }

    private static Address address(Map<String, Object> activity) {
        return Activities.address(ActivityJson.read(Samples.json(activity).getBytes(StandardCharsets.UTF_8))
                .orElseThrow());
    }
}
