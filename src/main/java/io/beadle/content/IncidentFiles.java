package io.beadle.content;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The files of {@code bot/} by which incidents are handled: each is read and checked, and then whether they agree. */
final class IncidentFiles {
    private final ContentFolder folder;
    private final List<Problem> problems;
    private final List<Problem> reminders;

    /**
     * Those of a folder.
     *
     * @param problems takes every mistake
     * @param reminders takes what is no mistake, but left to the council
     */
    IncidentFiles(ContentFolder folder, List<Problem> problems, List<Problem> reminders) {
        this.folder = folder;
        this.problems = problems;
        this.reminders = reminders;
    }

    /** What they say. */
    record Rules(
            Duties duties,
            DeskActs acts,
            Routes routes,
            Roles roles,
            Assets assets,
            ImpactMatrix matrix,
            Retention retention) {}

    /** A file, and what it says unless it has mistakes. */
    private record Read<T>(YamlFile file, Optional<T> value) {}

    /** All of them; empty where one cannot be read. Whether they agree is seen only once each is well by itself. */
    Optional<Rules> read(Optional<ReportTypes> types) throws IOException {
        Read<Duties> duties = read("duties.yaml", Duties.class, Duties::check);
        Read<DeskActs> acts = read("acts.yaml", DeskActs.class, DeskActs::check);
        Read<Routes> routes = read("routes.yaml", Routes.class, Routes::check);
        Read<Roles> roles = read("roles.yaml", Roles.class, Roles::check);
        Read<Assets> assets = read("assets.yaml", Assets.class, Assets::check);
        Read<ImpactMatrix> matrix = read("impact-matrix.yaml", ImpactMatrix.class, ImpactMatrixRules::check);
        Read<Retention> retention = read("retention.yaml", Retention.class, Retention::check);
        if (!problems.isEmpty() || types.isEmpty()) {
            return Optional.empty();
        }
        Rules rules = new Rules(
                duties.value.orElseThrow(),
                acts.value.orElseThrow(),
                routes.value.orElseThrow(),
                roles.value.orElseThrow(),
                assets.value.orElseThrow(),
                matrix.value.orElseThrow(),
                retention.value.orElseThrow());
        Agreement agreement = new Agreement(types.get(), rules);
        agreement.checkDuties(into(problems, duties.file));
        agreement.remindOfDuties(into(reminders, duties.file));
        agreement.checkActs(into(problems, acts.file));
        agreement.checkRoutes(into(problems, routes.file));
        agreement.checkRights(into(problems, roles.file));
        agreement.checkAssets(into(problems, assets.file));
        agreement.checkMatrix(into(problems, matrix.file));
        agreement.checkRetention(into(problems, retention.file));
        agreement.remindOfRetention(into(reminders, retention.file));
        return Optional.of(rules);
    }

    private <T> Read<T> read(String name, Class<T> type, YamlFile.Rules<T> check) throws IOException {
        YamlFile file = new YamlFile(folder.label(name), problems);
        return new Read<>(file, file.read(folder, name, type, check));
    }

    private static BiConsumer<String, String> into(List<Problem> list, YamlFile file) {
        return (pointer, what) -> list.add(file.at(pointer, what));
    }
}
