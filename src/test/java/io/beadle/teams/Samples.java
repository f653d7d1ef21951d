package io.beadle.teams;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.json.JsonMapper;

/** Activities as Teams sends them. */
final class Samples {
    static final String BOT = "28:" + ScriptedPlatform.APP;
    static final String PERSON = "29:ada";

    private Samples() {}

    static Map<String, Object> message(String serviceUrl, String id, String text) {
        Map<String, Object> activity = new LinkedHashMap<>();
        activity.put("type", "message");
        activity.put("id", id);
        activity.put("timestamp", "2026-11-20T08:15:20.123Z");
        activity.put("localTimestamp", "2026-11-20T08:15:20Z");
        activity.put("channelId", "msteams");
        activity.put("serviceUrl", serviceUrl);
        activity.put("from", Map.of("id", PERSON, "name", "Ada Clerk", "aadObjectId", "0000-ada"));
        activity.put("recipient", Map.of("id", BOT, "name", "Beadle"));
        activity.put(
                "conversation",
                Map.of("id", "a:chat", "conversationType", "personal", "tenantId", ScriptedPlatform.TENANT));
        activity.put("channelData", Map.of("tenant", Map.of("id", ScriptedPlatform.TENANT)));
        activity.put("locale", "en-GB");
        activity.put("text", text);
        return activity;
    }

    static Map<String, Object> inChannel(String serviceUrl, String id, String text) {
        Map<String, Object> activity = message(serviceUrl, id, text);
        activity.put(
                "conversation",
                Map.of("id", "19:desk@thread.tacv2;messageid=17", "conversationType", "channel", "isGroup", true));
        activity.put(
                "channelData",
                Map.of(
                        "tenant", Map.of("id", ScriptedPlatform.TENANT),
                        "channel", Map.of("id", "19:desk@thread.tacv2"),
                        "team", Map.of("id", "19:team@thread.tacv2")));
        return activity;
    }

    static Map<String, Object> invoke(String serviceUrl, String id) {
        Map<String, Object> activity = message(serviceUrl, id, "");
        activity.put("type", "invoke");
        activity.put("name", "adaptiveCard/action");
        activity.put("value", Map.of("action", Map.of("verb", "next", "data", Map.of("asset", "unknown"))));
        return activity;
    }

    static Map<String, Object> installation(String serviceUrl, String action) {
        Map<String, Object> activity = message(serviceUrl, "install-" + action, "");
        activity.put("type", "installationUpdate");
        activity.put("action", action);
        return activity;
    }

    static Map<String, Object> membersAdded(String serviceUrl) {
        Map<String, Object> activity = message(serviceUrl, "update-1", "");
        activity.put("type", "conversationUpdate");
        activity.put("membersAdded", List.of(Map.of("id", BOT)));
        return activity;
    }

    /** What becomes of a team's channel is told in the team's own conversation. */
    static Map<String, Object> teamEvent(String serviceUrl, String eventType) {
        Map<String, Object> activity = inChannel(serviceUrl, "event-" + eventType, "");
        activity.put("type", "conversationUpdate");
        activity.put("conversation", Map.of("id", "19:team@thread.tacv2", "conversationType", "channel"));
        activity.put(
                "channelData",
                Map.of(
                        "tenant", Map.of("id", ScriptedPlatform.TENANT),
                        "channel", Map.of("id", "19:desk@thread.tacv2"),
                        "team", Map.of("id", "19:team@thread.tacv2"),
                        "eventType", eventType));
        return activity;
    }

    /** Beadle was removed from a team. */
    static Map<String, Object> botRemoved(String serviceUrl) {
        Map<String, Object> activity = teamEvent(serviceUrl, "teamMemberRemoved");
        activity.put("membersRemoved", List.of(Map.of("id", BOT)));
        return activity;
    }

    static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
