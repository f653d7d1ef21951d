package io.beadle.content;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the files agree with each other: what one of them names, another has. Each method checks one file, and takes each
 * mistake with the JSON pointer to where it stands there.
 */
final class Agreement {
    /** What there are rights for besides the acts. */
    private static final Set<String> OTHER_RIGHTS =
            Set.of("acknowledge", "open", "register", "evidence", "report", "exercise", "privacy");

    /** The fields by which an effect takes place. */
    private static final Map<DeskAct.Effect, List<String>> FIELDS = Map.ofEntries(
            Map.entry(DeskAct.Effect.ASSIGN, List.of("person")),
            Map.entry(DeskAct.Effect.SEVERITY, List.of("severity", "reason")),
            Map.entry(DeskAct.Effect.MATRIX, List.of("extent", "reason")),
            Map.entry(DeskAct.Effect.RESTRICT, List.of("excluded", "reason")),
            Map.entry(DeskAct.Effect.JOIN, List.of("into")),
            Map.entry(DeskAct.Effect.WAIVE, List.of("reason")),
            Map.entry(DeskAct.Effect.ASK, List.of("text")),
            Map.entry(DeskAct.Effect.CLOSE, List.of("outcome")),
            Map.entry(DeskAct.Effect.NO_INCIDENT, List.of("reason")),
            Map.entry(DeskAct.Effect.REDACT, List.of("passage", "reason")),
            Map.entry(DeskAct.Effect.RECTIFY, List.of("passage", "to", "keep", "reason")),
            Map.entry(DeskAct.Effect.ERASE, List.of("passage", "reason")));

    /** What changes an earlier record: the chain of the incident goes by the name of the act (G16). */
    private static final Set<DeskAct.Effect> REWRITING =
            Set.of(DeskAct.Effect.REDACT, DeskAct.Effect.RECTIFY, DeskAct.Effect.ERASE);

    private final Duties duties;
    private final DeskActs acts;
    private final Routes routes;
    private final Roles roles;
    private final Assets assets;
    private final ImpactMatrix matrix;
    private final Retention retention;
    private final KnownFacts facts;

    Agreement(ReportTypes types, IncidentFiles.Rules rules) {
        duties = rules.duties();
        acts = rules.acts();
        routes = rules.routes();
        roles = rules.roles();
        assets = rules.assets();
        matrix = rules.matrix();
        retention = rules.retention();
        facts = new KnownFacts(types, acts, duties, assets, matrix);
    }

    void checkDuties(BiConsumer<String, String> mistake) {
        for (int i = 0; i < duties.duties().size(); i++) {
            DutyRule rule = duties.duties().get(i);
            String place = "/duties/" + i;
            told(rule.roles(), rule.id(), place + "/for", mistake);
            facts(rule.when(), rule.id(), place + "/if", mistake);
            facts(rule.unless(), rule.id(), place + "/unless", mistake);
            facts(rule.ends(), rule.id(), place + "/ends", mistake);
            for (int n = 0; n < rule.endedBy().size(); n++) {
                act(rule.endedBy().get(n), rule.id(), place + "/ended-by/" + n, mistake);
            }
            if (rule.closing() == DutyRule.Closing.STAYS && !canEndAfterwards(rule)) {
                mistake.accept(
                        place + "/closing",
                        rule.id() + " stays when the incident is closed, and no act that ends it can be done then: "
                                + "give one of them the state \"closed\" in acts.yaml");
            }
            if (rule.per() != null) {
                act(rule.per(), rule.id(), place + "/per", mistake);
                dueFrom(rule, rule.per(), place + "/due-from", mistake);
            }
            for (int n = 0; n < rule.steps().size(); n++) {
                DutyRule.Step step = rule.steps().get(n);
                facts(step.when(), rule.id(), place + "/steps/" + n + "/if", mistake);
                told(step.tell(), rule.id(), place + "/steps/" + n + "/tell", mistake);
                told(step.outOfHours(), rule.id(), place + "/steps/" + n + "/out-of-hours", mistake);
            }
        }
    }

    private boolean canEndAfterwards(DutyRule rule) {
        Circumstances ends = rule.ends();
        return (ends != null && ends.goBeyondActs())
                || acts.acts().stream()
                        .filter(act -> act.states().contains(DeskAct.State.CLOSED))
                        .anyMatch(
                                act -> rule.endedBy().contains(act.id()) || (ends != null && ends.namesAct(act.id())));
    }

    private void dueFrom(DutyRule rule, String per, String place, BiConsumer<String, String> mistake) {
        String field = rule.dueFrom();
        Optional<DeskAct> act = acts.find(per);
        if (field != null
                && act.isPresent()
                && act.get()
                        .field(field)
                        .filter(question -> question.kind() == Question.Kind.DATE)
                        .isEmpty()) {
            mistake.accept(
                    place, rule.id() + " is due from \"" + field + "\", which is no field of kind date of " + per);
        }
    }

    /** What others set and nobody has filled in: no mistake. */
    void remindOfDuties(BiConsumer<String, String> reminder) {
        for (int i = 0; i < duties.duties().size(); i++) {
            DutyRule rule = duties.duties().get(i);
            if (rule.setByOthers() && rule.within().isEmpty()) {
                reminder.accept(
                        "/duties/" + i,
                        rule.id() + " has no time: if it concerns you, write \"within\" as that body's terms have it");
            }
        }
    }

    void checkActs(BiConsumer<String, String> mistake) {
        for (int i = 0; i < acts.acts().size(); i++) {
            DeskAct act = acts.acts().get(i);
            String place = "/acts/" + i;
            if (!roles.rights().containsKey(act.id())) {
                mistake.accept(
                        place + "/id", act.id() + " may be done by nobody: give it a row under rights in roles.yaml");
            }
            facts(act.when(), act.id(), place + "/if", mistake);
            if (act.when() != null && act.when().names("asset")) {
                mistake.accept(place + "/if", act.id() + " goes by the asset, which only duties and routes can");
            }
            for (int n = 0; n < act.seenBy().size(); n++) {
                role(act.seenBy().get(n), act.id(), place + "/seen-by/" + n, mistake);
            }
            FIELDS.getOrDefault(act.effect(), List.of()).stream()
                    .filter(field -> act.field(field).isEmpty())
                    .forEach(field ->
                            mistake.accept(place, act.id() + " needs a field \"" + field + "\" for its effect"));
            if (REWRITING.contains(act.effect())
                    && !act.id().equals(act.effect().name().toLowerCase(Locale.ROOT))) {
                mistake.accept(
                        place + "/id",
                        act.id() + " has an effect that only the act of that name may have: call it "
                                + act.effect().name().toLowerCase(Locale.ROOT));
            }
            if (act.effect() == DeskAct.Effect.CLOSE) {
                outcomes(act, place, mistake);
            }
        }
    }

    private void outcomes(DeskAct close, String place, BiConsumer<String, String> mistake) {
        for (int i = 0; i < close.fields().size(); i++) {
            Question field = close.fields().get(i);
            for (int n = 0; field.id().equals("outcome") && n < field.choices().size(); n++) {
                String outcome = field.choices().get(n).id();
                if (duties.outcome(outcome).isEmpty()) {
                    mistake.accept(
                            place + "/fields/" + i + "/choices/" + n,
                            close.id() + " has the outcome \"" + outcome + "\", which duties.yaml does not list");
                }
            }
        }
    }

    void checkRoutes(BiConsumer<String, String> mistake) {
        for (int i = 0; i < routes.routes().size(); i++) {
            Routes.Route route = routes.routes().get(i);
            String place = "/routes/" + i;
            facts(route.when(), route.id(), place + "/if", mistake);
            facts(route.unless(), route.id(), place + "/unless", mistake);
            told(route.tell(), route.id(), place + "/tell", mistake);
            told(route.outOfHours(), route.id(), place + "/out-of-hours", mistake);
        }
        for (int i = 0; i < routes.reports().size(); i++) {
            role(routes.reports().get(i), "reports", "/reports/" + i, mistake);
        }
        routes.leftOut().forEach((answer, left) -> {
            if (!ReportTypeRules.EXCLUDED.contains(answer)) {
                mistake.accept(
                        "/left-out/" + answer,
                        answer + " is no answer to \"excludes\": use some of "
                                + ReportTypeRules.EXCLUDED.stream().sorted().toList());
            }
            for (int n = 0; n < left.size(); n++) {
                role(left.get(n), answer, "/left-out/" + answer + '/' + n, mistake);
            }
        });
    }

    void checkRights(BiConsumer<String, String> mistake) {
        roles.rights().keySet().stream()
                .filter(right ->
                        !OTHER_RIGHTS.contains(right) && acts.find(right).isEmpty())
                .forEach(right -> mistake.accept(
                        "/rights/" + right, right + " is no act of acts.yaml: take the row out, or write the act"));
    }

    void checkAssets(BiConsumer<String, String> mistake) {
        for (int i = 0; i < assets.assets().size(); i++) {
            Assets.Asset asset = assets.assets().get(i);
            String place = "/assets/" + i;
            if (roles.department(asset.department()).isEmpty()) {
                mistake.accept(
                        place + "/department",
                        asset.id() + " is of \"" + asset.department() + "\", which is no department of roles.yaml");
            }
            role(asset.owner(), asset.id(), place + (asset.owner().equals(Roles.ASSET_OWNER) ? "" : "/owner"), mistake);
            role(
                    asset.administrator(),
                    asset.id(),
                    place + (asset.administrator().equals(Roles.ASSET_ADMINISTRATOR) ? "" : "/administrator"),
                    mistake);
        }
    }

    void checkMatrix(BiConsumer<String, String> mistake) {
        for (int i = 0; i < matrix.proposals().size(); i++) {
            ImpactMatrix.Proposal proposal = matrix.proposals().get(i);
            facts(proposal.when(), proposal.impact(), "/proposals/" + i + "/if", mistake);
        }
    }

    void checkRetention(BiConsumer<String, String> mistake) {
        for (int i = 0; i < retention.incidents().size(); i++) {
            Retention.Rule rule = retention.incidents().get(i);
            facts(rule.when(), rule.id(), "/incidents/" + i + "/if", mistake);
        }
    }

    /** What the council's own schedule says and nobody has filled in: no mistake. */
    void remindOfRetention(BiConsumer<String, String> reminder) {
        for (int i = 0; i < retention.incidents().size(); i++) {
            Retention.Rule rule = retention.incidents().get(i);
            if (rule.after() == null) {
                reminder.accept(
                        "/incidents/" + i,
                        rule.id()
                                + " has no time and is kept until it has one: write \"after\" as your retention schedule"
                                + " has it");
            }
        }
    }

    private void facts(
            @Nullable Circumstances circumstances, String name, String place, BiConsumer<String, String> mistake) {
        if (circumstances == null) {
            return;
        }
        List<Map<String, List<String>>> all = circumstances.alternatives();
        for (int i = 0; i < all.size(); i++) {
            Map<String, List<String>> beside = all.get(i);
            String where = all.size() == 1 ? place : place + '/' + i;
            beside.forEach((fact, wanted) -> {
                Optional<Set<String>> possible = facts.values(fact, beside.getOrDefault("type", List.of()));
                if (possible.isEmpty()) {
                    mistake.accept(
                            where + '/' + fact,
                            name + " goes by \"" + fact + "\", which is no fact: no act has "
                                    + "that field, and no such report asks it");
                }
                for (int n = 0; n < wanted.size(); n++) {
                    String value = wanted.get(n);
                    if (!value.equals(KnownFacts.ANY)
                            && possible.isPresent()
                            && !possible.get().contains(value)) {
                        mistake.accept(
                                where + '/' + fact + '/' + n,
                                name + " names \"" + value + "\", which " + fact + " never is: use some of "
                                        + possible.get());
                    }
                }
            });
        }
    }

    private void told(
            @Nullable Collection<String> told, String name, String place, BiConsumer<String, String> mistake) {
        int n = 0;
        for (String role : told == null ? List.<String>of() : told) {
            if (!role.equals(KnownFacts.ANY) && roles.find(role).isEmpty()) {
                mistake.accept(place + '/' + n, unknown(name, role));
            }
            n++;
        }
    }

    private void role(String role, String name, String place, BiConsumer<String, String> mistake) {
        if (roles.roles().stream().noneMatch(known -> known.id().equals(role))) {
            mistake.accept(place, unknown(name, role));
        }
    }

    private String unknown(String name, String role) {
        return name + " names the role \"" + role + "\", which there is not: use one of "
                + Stream.concat(roles.roles().stream().map(Roles.Role::id), Stream.of(Roles.HANDLER, Roles.DOER))
                        .collect(Collectors.toList());
    }

    private void act(String act, String name, String place, BiConsumer<String, String> mistake) {
        if (acts.find(act).isEmpty()) {
            mistake.accept(place, name + " names the act \"" + act + "\", which acts.yaml does not have");
        }
    }
}
