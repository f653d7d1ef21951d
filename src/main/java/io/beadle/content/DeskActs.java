package io.beadle.content;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * All that can be done about an incident, in the order offered.
 *
 * @param groups the headings under which acts are offered
 */
public record DeskActs(List<Group> groups, List<DeskAct> acts) {
    /** Acts that are offered together. */
    public record Group(String id, String title) {}

    public Optional<DeskAct> find(String id) {
        return acts.stream().filter(act -> act.id().equals(id)).findFirst();
    }

    /** What the schema cannot say. */
    static void check(DeskActs file, BiConsumer<String, String> mistake) {
        Set<String> groups = new HashSet<>();
        file.groups.forEach(group -> groups.add(group.id()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < file.acts.size(); i++) {
            DeskAct act = file.acts.get(i);
            String place = "/acts/" + i;
            if (!seen.add(act.id())) {
                mistake.accept(place + "/id", act.id() + " is there twice: give each act its own id");
            }
            if (!groups.contains(act.group())) {
                mistake.accept(place + "/group", act.id() + " is in no group that is listed: use one of " + groups);
            }
            String about = act.about();
            if (about != null && !about.equals("duty") && file.find(about).isEmpty()) {
                mistake.accept(
                        place + "/about", act.id() + " is about \"" + about + "\", which is neither duty nor an act");
            }
            if (act.byAnother() && about == null) {
                mistake.accept(place + "/by-another", act.id() + " needs \"about\" to say what somebody else did");
            }
        }
    }
}
