package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyVersion;
import io.beadle.knowledge.PolicyVersions;
import io.beadle.knowledge.VersionChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The current version from the index, those before it from the store. */
@Service
class KeptVersions implements PolicyVersions {
    private final LiveIndex index;

    KeptVersions(LiveIndex index) {
        this.index = index;
    }

    private record Known(PolicyVersion version, List<Passage> passages) {}

    @Override
    public List<PolicyVersion> of(String document) {
        return known(document).stream().map(Known::version).toList();
    }

    @Override
    public Optional<VersionChanges> changes(String document) {
        List<Known> known = known(document);
        if (known.size() < 2) {
            return Optional.empty();
        }
        Known after = known.get(0);
        Known before = known.get(1);
        return Optional.of(new VersionChanges(
                before.version(), after.version(), Comparison.of(before.passages(), after.passages())));
    }

    private List<Known> known(String document) {
        List<Known> known = new ArrayList<>();
        current(document).ifPresent(known::add);
        index.versions().of(document).stream()
                .map(old -> new Known(
                        new PolicyVersion(
                                old.document().policy(), old.document().since(), old.until()),
                        old.passages()))
                .forEach(known::add);
        return known;
    }

    private Optional<Known> current(String document) {
        return index.read(open -> open.catalogue()
                .find(document)
                .map(now -> new Known(
                        new PolicyVersion(now.policy(), now.since(), null),
                        open.catalogue().content(now).passages())));
    }
}
