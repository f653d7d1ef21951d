package io.beadle.knowledge.index;

import io.beadle.knowledge.KnowledgeStatus;
import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfCheck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether questions are answered from the policies as they are now. */
@Component
final class IndexCheck implements SelfCheck {
    private static final String INDEX = "selftest.index";

    private final LiveIndex index;

    IndexCheck(LiveIndex index) {
        this.index = index;
    }

    @Override
    public String about() {
        return INDEX;
    }

    @Override
    public List<Finding> look(Instant now) {
        Optional<KnowledgeStatus> status = index.now();
        if (status.isEmpty()) {
            return List.of(
                    index.hasFailed()
                            ? Finding.failed(INDEX, "selftest.index.none")
                            : Finding.warning(INDEX, "selftest.index.making"));
        }
        int documents = status.get().policies().size();
        int problems = status.get().problems().size();
        if (problems > 0) {
            return List.of(Finding.warning(INDEX, "selftest.index.problems", problems, documents));
        }
        return List.of(
                status.get().building()
                        ? Finding.ok(INDEX, "selftest.index.following", documents)
                        : Finding.ok(INDEX, "selftest.index.fresh", documents));
    }
}
