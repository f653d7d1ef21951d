package io.beadle.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import io.beadle.teams.Address.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writing to Teams over its connector. */
@Component
class TeamsConversations implements Conversations {
    private final Connector connector;
    private final ConversationReferences references;

    TeamsConversations(Connector connector, ConversationReferences references) {
        this.connector = connector;
        this.references = references;
    }

    @Override
    public String post(Address to, Message message) {
        Activity activity = addressed(Activities.of(message), to);
        if (!isChannelItself(to)) {
            return given(connector.send(to.serviceUrl(), to.conversation(), activity));
        }
        Map<String, Object> thread = conversation(to);
        thread.put("isGroup", true);
        Map<String, Object> channelData = channelData(to);
        channelData.put("channel", Map.of("id", to.conversation()));
        thread.put("channelData", channelData);
        thread.put("activity", activity);
        JsonNode answer = connector.create(to.serviceUrl(), to.conversation(), thread);
        String post = answer.path("activityId").asText("");
        return given(post.isEmpty() ? Activities.post(answer.path("id").asText("")) : post);
    }

    @Override
    public void update(Address in, String activity, Message message) {
        Activity replacement = addressed(Activities.of(message), in);
        replacement.setId(activity);
        connector.update(in.serviceUrl(), threadOf(in, activity), activity, replacement);
    }

    @Override
    public void delete(Address in, String activity) {
        connector.delete(in.serviceUrl(), threadOf(in, activity), activity);
    }

    /** A post that began a thread stands in the thread it began. */
    private static String threadOf(Address in, String activity) {
        return isChannelItself(in) ? Activities.thread(in.conversation(), activity) : in.conversation();
    }

    private static boolean isChannelItself(Address in) {
        return in.scope() == Scope.CHANNEL && in.conversation().equals(Activities.withoutThread(in.conversation()));
    }

    @Override
    public Address personalChat(Address met, String person) {
        return references.personal(person).orElseGet(() -> createPersonalChat(met, person));
    }

    private Address createPersonalChat(Address met, String person) {
        Map<String, Object> chat = conversation(met);
        chat.put("isGroup", false);
        chat.put("members", List.of(Map.of("id", person)));
        chat.put("channelData", channelData(met));
        String id = given(
                connector.create(met.serviceUrl(), person, chat).path("id").asText(""));
        Address created = new Address(id, Scope.PERSONAL, met.serviceUrl(), met.bot(), met.tenant(), person);
        references.save(created);
        return created;
    }

    @Override
    public List<Member> members(Address of, int most) {
        List<Member> members = new ArrayList<>();
        @Nullable String page = null;
        do {
            JsonNode answer = connector.members(of.serviceUrl(), of.conversation(), page);
            answer.path("members").forEach(member -> members.add(member(member)));
            page = answer.path("continuationToken").asText(null);
        } while (page != null && !page.isEmpty() && members.size() <= most);
        return List.copyOf(members);
    }

    /** Teams spells the Entra object id in either way, by the age of the page it comes from. */
    private static Member member(JsonNode member) {
        String objectId =
                member.path("aadObjectId").asText(member.path("objectId").asText(""));
        return new Member(
                member.path("id").asText(""),
                objectId,
                member.path("name").asText(""),
                member.path("tenantId").asText(""),
                isGuest(member));
    }

    /** See the rationale, "How is a guest told?" */
    private static boolean isGuest(JsonNode member) {
        String role = member.path("userRole").asText("").toLowerCase(Locale.ROOT);
        String name = member.path("userPrincipalName").asText("").toUpperCase(Locale.ROOT);
        return role.equals("guest") || role.equals("anonymous") || name.contains("#EXT#");
    }

    /** Without its id nothing can be updated, or written to, again. */
    private static String given(String id) {
        if (id.isEmpty()) {
            throw new DeliveryException(0, "NoId");
        }
        return id;
    }

    private static Map<String, Object> conversation(Address near) {
        Map<String, Object> conversation = new LinkedHashMap<>();
        conversation.put("bot", Map.of("id", near.bot()));
        if (near.tenant() != null) {
            conversation.put("tenantId", near.tenant());
        }
        return conversation;
    }

    private static Map<String, Object> channelData(Address near) {
        Map<String, Object> channelData = new LinkedHashMap<>();
        if (near.tenant() != null) {
            channelData.put("tenant", Map.of("id", near.tenant()));
        }
        return channelData;
    }

    private static Activity addressed(Activity activity, Address to) {
        activity.setFrom(new ChannelAccount(to.bot()));
        activity.setConversation(new ConversationAccount(to.conversation()));
        if (to.person() != null) {
            activity.setRecipient(new ChannelAccount(to.person()));
        }
        return activity;
    }
}
