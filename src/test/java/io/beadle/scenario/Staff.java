package io.beadle.scenario;

import io.beadle.people.Appointment;
import io.beadle.people.Person;
import io.beadle.people.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The invented people of Aldermere who hold the roles, each one alone but the nominated, of whom there are three. */
final class Staff {
    /** By name, in the order in which a story lists them, the ids of their roles. */
    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("Margaret Hale", "manager");
        ROLES.put("Dev Anand", "deputy");
        ROLES.put("Nia Evans", "nominated");
        ROLES.put("Tom Okafor", "nominated");
        ROLES.put("Ruth Carver", "nominated");
        ROLES.put("Alun Price", "on-call");
        ROLES.put("Diane Osei", "dpo");
        ROLES.put("Ravi Menon", "dpo-deputy");
        ROLES.put("Simon Lacey", "siro");
        ROLES.put("Ian Kerr", "ict-director");
        ROLES.put("Helen Marsh", "caldicott");
        ROLES.put("Sarah Finch", "safeguarding");
        ROLES.put("Iris Chan", "internal-audit");
        ROLES.put("Bea Cole", "business-continuity");
        ROLES.put("Sonia Mills", "senior-management");
        ROLES.put("Mo Farouk", "monitoring-officer");
        ROLES.put("Hugh Rees", "hr");
        ROLES.put("Leila Adams", "legal");
        ROLES.put("Pete Lowe", "press-office");
        ROLES.put("Cara Flynn", "counter-fraud");
        ROLES.put("Colin Ward", "contract-manager");
        ROLES.put("Deb Stone", "department-rep");
        ROLES.put("Frank Bell", "facilities");
        ROLES.put("Owen Grant", "asset-owner");
        ROLES.put("Amy Tan", "asset-administrator");
    }

    private Staff() {}

    static List<String> names() {
        return List.copyOf(ROLES.keySet());
    }

    static String role(String name) {
        return Optional.ofNullable(ROLES.get(name)).orElseThrow(() -> new AssertionError("Nobody called " + name));
    }

    static boolean isKnown(String name) {
        return ROLES.containsKey(name);
    }

    /** The appointment of one, whose shift, where the role has a rota, is always. */
    static Appointment appointment(String name, String objectId) {
        Span always = new Span(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-12-31T00:00:00Z"));
        String role = role(name);
        return new Appointment(
                name,
                role,
                null,
                new Person(objectId, name),
                email(name),
                null,
                null,
                List.of(),
                role.equals("on-call") ? List.of(always) : List.of());
    }

    static String email(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@aldermere.example";
    }
}
