package io.beadle.content;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who there is to turn to, and what each may do, from {@code bot/roles.yaml}.
 *
 * @param rights the ids of the roles that may do an act, by the act's id; every act there is has some
 */
public record Roles(List<Role> roles, List<Department> departments, Map<String, List<String>> rights) {
    /** Who acts on incidents where nobody else is said: two of them acknowledge (G17). */
    public static final String NOMINATED = "nominated";

    /** Who runs the desk. */
    public static final String MANAGER = "manager";

    /** Whoever an incident is given to; until then the nominated people. */
    public static final String HANDLER = "handler";

    /** Whoever is named by the act that a duty arose of, such as a corrective action. */
    public static final String DOER = "doer";

    /** Who answers for a system or set of records (G23); of an asset that names no other. */
    public static final String ASSET_OWNER = "asset-owner";

    /** Who looks after it. */
    public static final String ASSET_ADMINISTRATOR = "asset-administrator";

    /** Who leads a department. */
    public static final String DIRECTOR = "director";

    /** Whom an incident itself names: nobody is appointed to these. */
    private static final List<Role> NAMED_BY_INCIDENT = List.of(
            new Role(HANDLER, "Whoever deals with it", false, false, false, null, null),
            new Role(DOER, "The person named for it", false, false, false, null, null));

    /** Whom the rules name; duties, the ladder and the first day stand on them. */
    private static final List<String> NAMED_BY_RULES = List.of(MANAGER, "deputy", NOMINATED, "on-call", "dpo", "siro");

    /** Which roles alone may do an act, whatever a council would like (G2, G8, G14, G15, G16). */
    private static final Map<String, List<String>> RESERVED = Map.of(
            "clock", List.of("dpo"),
            "unseal", List.of("dpo"),
            "privacy", List.of("dpo", "dpo-deputy"),
            "redact", List.of("dpo", "dpo-deputy"),
            "rectify", List.of("dpo", "dpo-deputy"),
            "erase", List.of("dpo", "dpo-deputy"),
            "legal-note", List.of("dpo", "legal", "siro"));

    /**
     * An office.
     *
     * @param several whether several people hold it at once
     * @param byDepartment whether it is held for one department
     * @param rota whether it is held in shifts: by whoever's it is
     * @param means what whoever is appointed reads of it, null for nothing
     * @param asked what staff call it besides its title; null where they are not told who holds it
     */
    public record Role(
            String id,
            String title,
            boolean several,
            boolean byDepartment,
            boolean rota,
            @Nullable String means,
            @Nullable List<String> asked) {}

    public record Department(String id, String title) {}

    /** The role of that id, be it one to which people are appointed or one that an incident names. */
    public Optional<Role> find(String id) {
        return Stream.concat(roles.stream(), NAMED_BY_INCIDENT.stream())
                .filter(role -> role.id().equals(id))
                .findFirst();
    }

    public Optional<Department> department(String id) {
        return departments.stream()
                .filter(department -> department.id().equals(id))
                .findFirst();
    }

    /**
     * The ids of the roles that may do that.
     *
     * @throws IllegalArgumentException if there is no such act
     */
    public List<String> mayDo(String act) {
        List<String> may = rights.get(act);
        if (may == null) {
            throw new IllegalArgumentException("No such act: " + act);
        }
        return may;
    }

    /** What the schema cannot say. */
    static void check(Roles roles, BiConsumer<String, String> mistake) {
        checkIds("/roles/", roles.roles.stream().map(Role::id).toList(), mistake);
        checkIds("/departments/", roles.departments.stream().map(Department::id).toList(), mistake);
        List<String> known = roles.roles.stream().map(Role::id).toList();
        NAMED_BY_RULES.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> mistake.accept("/roles", "the role " + id + " is missing: rules name it, add it"));
        for (int i = 0; i < roles.roles.size(); i++) {
            check(roles.roles.get(i), roles, "/roles/" + i, mistake);
        }
        roles.rights.forEach((act, may) -> {
            for (int i = 0; i < may.size(); i++) {
                checkRight(act, may.get(i), known, "/rights/" + act + "/" + i, mistake);
            }
        });
    }

    private static void check(Role role, Roles roles, String place, BiConsumer<String, String> mistake) {
        if (role.id.equals(NOMINATED) && !role.several) {
            mistake.accept(place, "nominated is held by one person only, and two must acknowledge: add several: true");
        }
        if (role.rota && !role.several) {
            mistake.accept(
                    place, role.id + " is held by one person only, who would have every shift: add several: true");
        }
        if (role.byDepartment && roles.departments.isEmpty()) {
            mistake.accept(place, role.id + " is held by department, and there is none: list some under departments");
        }
    }

    private static void checkRight(
            String act, String role, List<String> known, String place, BiConsumer<String, String> mistake) {
        if (!known.contains(role)) {
            mistake.accept(place, act + " names the role \"" + role + "\", which there is not: use one of " + known);
        }
        List<String> reserved = RESERVED.getOrDefault(act, known);
        if (known.contains(role) && !reserved.contains(role)) {
            mistake.accept(place, act + " is for " + reserved + " alone: take " + role + " out");
        }
    }

    private static void checkIds(String place, List<String> ids, BiConsumer<String, String> mistake) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                mistake.accept(place + i + "/id", ids.get(i) + " is there twice: give each its own id");
            }
        }
    }
}
