package io.beadle.teams;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Teams as a script: remembers what was written where, and refuses what it is told to refuse. */
public final class RecordingConversations implements Conversations, ConversationReferences {
    public static final String REFUSED = "BotNotInConversationRoster";

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Address> addresses = new ConcurrentHashMap<>();
    private final Map<String, List<Member>> rosters = new ConcurrentHashMap<>();
    private final Map<String, LocalDate> left = new ConcurrentHashMap<>();
    private volatile @Nullable DeliveryException noRoster;
    private final AtomicInteger ids = new AtomicInteger();
    private volatile Function<Call, Optional<RuntimeException>> script = call -> Optional.empty();

    public enum Kind {
        POST,
        UPDATE,
        DELETE,
        CREATE
    }

    /** {@code activity} is what was posted or updated; of a chat created, the person. */
    public record Call(Kind kind, String conversation, String activity, Message message) {
        public String text() {
            Map<String, Object> card = message.card();
            return card == null ? String.valueOf(message.text()) : card.toString();
        }
    }

    /** An address Beadle has met. */
    public Address met(String conversation, Address.Scope scope) {
        Address address = address(conversation, scope);
        addresses.put(conversation, address);
        return address;
    }

    /** The chat of somebody who has written to Beadle, known by their Entra object id. */
    public Address metInPerson(String objectId) {
        Address address = new Address(
                objectId,
                Address.Scope.PERSONAL,
                "https://teams.example",
                "28:beadle",
                "t",
                "29:" + objectId,
                objectId,
                null);
        addresses.put(objectId, address);
        return address;
    }

    public static Address address(String conversation, Address.Scope scope) {
        String person = scope == Address.Scope.PERSONAL ? "29:" + conversation : null;
        return new Address(conversation, scope, "https://teams.example", "28:beadle", "tenant", person);
    }

    /** What becomes of every call from now on; asked before it takes effect, on the caller's thread. */
    public void on(Function<Call, Optional<RuntimeException>> newScript) {
        script = newScript;
    }

    public void refuseAll(int status) {
        on(call -> Optional.of(new DeliveryException(status, REFUSED)));
    }

    public void allowAll() {
        on(call -> Optional.empty());
    }

    /** Every call that was taken, in order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** What a conversation shows now: each post as it was last updated. */
    public List<Call> shownIn(String conversation) {
        Map<String, Call> shown = new LinkedHashMap<>();
        calls.stream()
                .filter(call ->
                        call.kind() != Kind.CREATE && call.conversation().equals(conversation))
                .forEach(call -> {
                    if (call.kind() == Kind.DELETE) {
                        shown.remove(call.activity());
                    } else {
                        shown.put(call.activity(), call);
                    }
                });
        return List.copyOf(shown.values());
    }

    @Override
    public void delete(Address in, String activity) {
        take(new Call(Kind.DELETE, in.conversation(), activity, Message.text("")));
    }

    @Override
    public String post(Address to, Message message) {
        return take(new Call(Kind.POST, to.conversation(), "post-" + ids.incrementAndGet(), message));
    }

    @Override
    public void update(Address in, String activity, Message message) {
        take(new Call(Kind.UPDATE, in.conversation(), activity, message));
    }

    @Override
    public Address personalChat(Address of, String person) {
        take(new Call(Kind.CREATE, "chat-" + person, person, Message.text("")));
        return met("chat-" + person, Address.Scope.PERSONAL);
    }

    @Override
    public List<Member> members(Address of, int most) {
        DeliveryException refusal = noRoster;
        if (refusal != null) {
            throw refusal;
        }
        return rosters.getOrDefault(of.conversation(), List.of(new Member("29:somebody", "somebody", "Somebody")));
    }

    /** Who is in a conversation from now on. */
    public void roster(String conversation, Member... members) {
        rosters.put(conversation, List.of(members));
    }

    /** Nobody is told who is in a conversation any more; with null, everybody again. */
    public void roster(@Nullable DeliveryException refusal) {
        noRoster = refusal;
    }

    @Override
    public void save(Address address) {
        addresses.put(address.conversation(), address);
        left.remove(address.conversation());
    }

    @Override
    public Optional<Address> find(String conversation) {
        return Optional.ofNullable(addresses.get(conversation));
    }

    @Override
    public Optional<Address> personal(String person) {
        return addresses.values().stream()
                .filter(address -> person.equals(address.person()))
                .findFirst();
    }

    @Override
    public Optional<Address> personalOf(String objectId) {
        return addresses.values().stream()
                .filter(address -> objectId.equals(address.objectId()))
                .findFirst();
    }

    @Override
    public List<Address> personalAfter(String conversation, int limit) {
        return addresses.values().stream()
                .filter(address -> address.scope() == Address.Scope.PERSONAL
                        && address.conversation().compareTo(conversation) > 0)
                .sorted(Comparator.comparing(Address::conversation))
                .limit(limit)
                .toList();
    }

    @Override
    public void delete(String conversation) {
        addresses.remove(conversation);
    }

    @Override
    public LocalDate left(String conversation, LocalDate day) {
        return left.computeIfAbsent(conversation, noted -> day);
    }

    @Override
    public void stayed(String conversation) {
        left.remove(conversation);
    }

    private String take(Call call) {
        script.apply(call).ifPresent(refusal -> {
            throw refusal;
        });
        calls.add(call);
        return call.activity();
    }
}
