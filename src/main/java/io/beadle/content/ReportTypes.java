package io.beadle.content;

import java.util.List;
import java.util.Optional;

/** The types of incident that can be reported, in the order in which they are offered within their groups. */
public record ReportTypes(List<Group> groups, List<ReportType> types) {
    /** Types that are offered together: "Something is lost or stolen". */
    public record Group(String id, String title) {}

    public List<ReportType> in(Group group) {
        return types.stream().filter(t -> t.group().equals(group.id())).toList();
    }

    public Optional<ReportType> find(String id) {
        return types.stream().filter(t -> t.id().equals(id)).findFirst();
    }
}
