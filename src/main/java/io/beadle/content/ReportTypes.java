package io.beadle.content;

import java.util.List;
import java.util.Optional;

/** The types of incident that can be reported, in the order in which they are offered. */
public record ReportTypes(List<ReportType> types) {
    public Optional<ReportType> find(String id) {
        return types.stream().filter(t -> t.id().equals(id)).findFirst();
    }
}
