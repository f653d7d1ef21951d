package io.beadle.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import com.microsoft.bot.schema.Entity;
import com.microsoft.bot.schema.TextFormatTypes;
import io.beadle.teams.Address.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the SDK's activities to our own words, and back. */
public final class Activities {
    private static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final String UPLOADED = "application/vnd.microsoft.teams.file.download.info";

    private static final String CONSENT = "application/vnd.microsoft.teams.card.file.consent";
    private static final String INFO = "application/vnd.microsoft.teams.card.file.info";

    /** Teams lets nobody send more with a message; whoever does made it by hand. */
    private static final int MOST_FILES = 20;

    private static final String THREAD = ";messageid=";

    private static final String NO_TRACE = "beadle.leaves-no-trace";

    private Activities() {}

    /** Has nothing kept of this turn: neither that it was, nor its answer. Delivered again, it is done again (G8). */
    public static void leaveNoTrace(TurnContext context) {
        context.getTurnState().replace(NO_TRACE, true);
    }

    static boolean leavesNoTrace(TurnContext context) {
        @Nullable Boolean asked = context.getTurnState().get(NO_TRACE);
        return Boolean.TRUE.equals(asked);
    }

    /** Where an activity came from; of a channel the channel itself, not the thread. */
    public static Address address(Activity activity) {
        ConversationAccount conversation = activity.getConversation();
        Scope scope = scope(activity);
        return new Address(
                withoutThread(conversation.getId()),
                scope,
                activity.getServiceUrl(),
                Objects.requireNonNullElse(id(activity.getRecipient()), ""),
                tenant(activity).orElse(null),
                scope == Scope.PERSONAL ? id(activity.getFrom()) : null,
                scope == Scope.PERSONAL ? objectId(activity.getFrom()) : null,
                scope == Scope.CHANNEL ? channelData(activity, "team", "id").orElse(null) : null);
    }

    /** The activity that says a message; it gets its recipient and conversation from the turn it is sent in. */
    public static Activity of(Message message) {
        Activity activity = new Activity(isUnderWay(message) ? ActivityTypes.TYPING : ActivityTypes.MESSAGE);
        Map<String, Object> card = message.card();
        FileCard file = message.file();
        if (file != null) {
            activity.setAttachments(List.of(attachment(file)));
        } else if (card == null) {
            activity.setText(message.text());
            activity.setTextFormat(TextFormatTypes.MARKDOWN);
        } else {
            Attachment attachment = new Attachment();
            attachment.setContentType(CARD);
            attachment.setContent(card);
            activity.setAttachments(List.of(attachment));
        }
        if (message.summary() != null) {
            activity.setSummary(message.summary());
        }
        if (!message.entities().isEmpty()) {
            activity.setEntities(
                    message.entities().stream().map(Activities::entity).toList());
        }
        if (!message.channelData().isEmpty()) {
            activity.setChannelData(message.channelData());
        }
        return activity;
    }

    private static Attachment attachment(FileCard file) {
        Attachment attachment = new Attachment();
        attachment.setName(file.name());
        switch (file) {
            case FileCard.Consent consent -> {
                attachment.setContentType(CONSENT);
                attachment.setContent(Map.of(
                        "description", consent.description(),
                        "sizeInBytes", consent.bytes(),
                        "acceptContext", consent.context(),
                        "declineContext", consent.context()));
            }
            case FileCard.Info info -> {
                attachment.setContentType(INFO);
                attachment.setContentUrl(info.contentUrl());
                attachment.setContent(Map.of("uniqueId", info.uniqueId(), "fileType", info.fileType()));
            }
        }
        return attachment;
    }

    /** What somebody answered to the question whether a file may be put into their OneDrive. */
    public static FileConsent consent(Activity activity) {
        @Nullable Object value = activity.getValue();
        Map<?, ?> answer = value instanceof Map<?, ?> map ? map : Map.of();
        Map<String, String> context = new HashMap<>();
        if (answer.get("context") instanceof Map<?, ?> given) {
            given.forEach((name, text) -> context.put(String.valueOf(name), String.valueOf(text)));
        }
        boolean accepted = "accept".equals(answer.get("action"));
        return new FileConsent(
                context, accepted && answer.get("uploadInfo") instanceof Map<?, ?> info ? upload(info) : null);
    }

    private static FileConsent.Upload upload(Map<?, ?> info) {
        return new FileConsent.Upload(
                text(info, "uploadUrl"),
                text(info, "contentUrl"),
                text(info, "name"),
                text(info, "uniqueId"),
                text(info, "fileType"));
    }

    private static String text(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof String text ? text : "";
    }

    /** A part of a message that is being streamed goes as typing; only the last one is a message (Teams docs, "streaming-ux"). */
    private static boolean isUnderWay(Message message) {
        return message.entities().stream()
                .anyMatch(
                        entity -> "streaminfo".equals(entity.get("type")) && !"final".equals(entity.get("streamType")));
    }

    /** What was sent with a message: uploaded files, and pictures in the message itself. Cards and its text's HTML are neither. */
    public static List<SentFile> files(Activity activity) {
        @Nullable List<Attachment> attachments = activity.getAttachments();
        return attachments == null
                ? List.of()
                : attachments.stream()
                        .filter(Objects::nonNull)
                        .limit(MOST_FILES)
                        .flatMap(attachment -> file(attachment).stream())
                        .toList();
    }

    private static Optional<SentFile> file(Attachment attachment) {
        @Nullable String type = attachment.getContentType();
        @Nullable String url = attachment.getContentUrl();
        String name = Objects.requireNonNullElse(attachment.getName(), "");
        if (UPLOADED.equals(type)
                && attachment.getContent() instanceof Map<?, ?> file
                && file.get("downloadUrl") instanceof String download) {
            String end = file.get("fileType") instanceof String given ? given : "";
            return Optional.of(new SentFile(name, end, download, false));
        }
        return type != null && url != null && type.startsWith("image/")
                ? Optional.of(new SentFile(name, type, url, true))
                : Optional.empty();
    }

    /** The tenant an activity names, in its channel data or its conversation. */
    static Optional<String> tenant(Activity activity) {
        @Nullable String ofConversation = activity.getConversation().getTenantId();
        return channelData(activity, "tenant", "id")
                .or(() -> Optional.ofNullable(ofConversation).filter(id -> !id.isBlank()));
    }

    /** All tenants that an activity names: of its chat, and of whoever wrote, who may be another organisation's in a shared channel. */
    static Set<String> tenants(Activity activity) {
        @Nullable ChannelAccount from = activity.getFrom();
        @Nullable JsonNode ofSender = from == null ? null : from.getProperties().get("tenantId");
        return Stream.of(
                        channelData(activity, "tenant", "id"),
                        Optional.ofNullable(activity.getConversation().getTenantId()),
                        Optional.ofNullable(ofSender).map(JsonNode::asText))
                .flatMap(Optional::stream)
                .filter(id -> !id.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A channel's conversation id without the thread that Teams appends to it. */
    static String withoutThread(String conversation) {
        int thread = conversation.indexOf(THREAD);
        return thread < 0 ? conversation : conversation.substring(0, thread);
    }

    /** The post that began a thread, or "" when this is no thread. */
    static String post(String thread) {
        int at = thread.indexOf(THREAD);
        return at < 0 ? "" : thread.substring(at + THREAD.length());
    }

    /** The thread that a post of Beadle's own started. */
    static String thread(String channel, String post) {
        return channel + THREAD + post;
    }

    /** Personal only where Teams says so: what is said there, and the reference kept of it, is one person's. */
    private static Scope scope(Activity activity) {
        ConversationAccount conversation = activity.getConversation();
        @Nullable String type = conversation.getConversationType();
        if ("channel".equals(type) || channelData(activity, "channel", "id").isPresent()) {
            return Scope.CHANNEL;
        }
        return "personal".equals(type) && !conversation.isGroup() ? Scope.PERSONAL : Scope.GROUP;
    }

    private static @Nullable String id(@Nullable ChannelAccount account) {
        return account == null ? null : account.getId();
    }

    private static @Nullable String objectId(@Nullable ChannelAccount account) {
        @Nullable String id = account == null ? null : account.getAadObjectId();
        return id == null || id.isBlank() ? null : id;
    }

    /** What Teams says beside the message under these names, one within the other; never blank. */
    static Optional<String> channelData(Activity activity, String... path) {
        @Nullable Object at = activity.getChannelData();
        for (String name : path) {
            at = at instanceof Map<?, ?> tree ? tree.get(name) : null;
        }
        return Optional.ofNullable(at).map(Object::toString).filter(text -> !text.isBlank());
    }

    private static Entity entity(Map<String, Object> tree) {
        Entity entity = new Entity();
        tree.forEach((name, value) -> {
            if (name.equals("type")) {
                entity.setType(value.toString());
            } else {
                entity.setProperties(name, ActivityJson.tree(value));
            }
        });
        return entity;
    }
}
