package io.beadle.incident;

import io.beadle.content.Assets;
import io.beadle.content.Roles;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is told of an incident when a role is: nobody whom it may be about, in whatever role (G10). */
final class Holders {
    /** The field of an act that names who does it. */
    private static final String PERSON = "person";

    private final CaseFile file;
    private final List<Assets.Asset> touched;
    private final Recipients recipients;
    private final Instant now;
    private final Set<String> leftOut;
    private final Set<String> excluded;

    /**
     * Those of one moment.
     *
     * @param leftOut the roles that are not told
     * @param touched the systems it is about: of a role held by department, theirs are told (G23)
     */
    Holders(Incident incident, Set<String> leftOut, List<Assets.Asset> touched, Recipients recipients, Instant now) {
        file = new CaseFile(incident);
        this.touched = touched;
        this.recipients = recipients;
        this.now = now;
        this.leftOut = leftOut;
        excluded = Stream.concat(
                        file.excluded().stream(),
                        leftOut.stream()
                                .flatMap(role -> Stream.concat(Stream.of(role), ofAssets(role)))
                                .flatMap(role -> recipients.appointed(role, now))
                                .map(Person::id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** An asset may have an owner or administrator in a role of its own. */
    private Stream<String> ofAssets(String role) {
        return switch (role) {
            case Roles.ASSET_OWNER -> touched.stream().map(Assets.Asset::owner);
            case Roles.ASSET_ADMINISTRATOR -> touched.stream().map(Assets.Asset::administrator);
            default -> Stream.empty();
        };
    }

    /** Whether they are not to know of it: it may be about them, or they hold a role that is left out. */
    boolean isExcluded(Person person) {
        return excluded.contains(person.id());
    }

    Set<String> excluded() {
        return excluded;
    }

    boolean isLeftOut(String role) {
        return leftOut.contains(role);
    }

    /**
     * Those who hold it now.
     *
     * @param why the key of the duty, or the id of the route, for which they are told
     */
    List<Recipient> of(String role, String why) {
        return all(role, why)
                .filter(holder -> !excluded.contains(holder.person().id()))
                .toList();
    }

    private Stream<Recipient> all(String role, String why) {
        return switch (role) {
            case Roles.HANDLER -> named(file.owner());
            case Roles.DOER -> named(doer(why));
            case Roles.ASSET_OWNER -> byAsset(Assets.Asset::owner, role);
            case Roles.ASSET_ADMINISTRATOR -> byAsset(Assets.Asset::administrator, role);
            case Roles.DIRECTOR -> ofTouched(asset -> role);
            default -> byAsset(asset -> role, role);
        };
    }

    /** Whoever the incident names; until it names somebody, the nominated people. */
    private Stream<Recipient> named(Optional<Answer> person) {
        return person.map(named -> Stream.of(recipients.named(new Person(named.value(), named.shown()), now)))
                .orElseGet(() -> recipients.of(Roles.NOMINATED, now).stream());
    }

    /** Those of the departments whose systems are touched; where these have nobody, or are not known, all who hold the role. */
    private Stream<Recipient> byAsset(Function<Assets.Asset, String> role, String otherwise) {
        List<Recipient> found = ofTouched(role).toList();
        return (found.isEmpty() ? recipients.of(otherwise, now) : found).stream();
    }

    private Stream<Recipient> ofTouched(Function<Assets.Asset, String> role) {
        return touched.stream()
                .flatMap(asset -> recipients.of(role.apply(asset), asset.department(), now).stream())
                .distinct();
    }

    private Optional<Answer> doer(String why) {
        return file.find(why.substring(why.indexOf('/') + 1)).stream()
                .flatMap(act -> act.answers().stream())
                .filter(answer ->
                        answer.question().equals(PERSON) && !answer.value().isEmpty())
                .findFirst();
    }
}
