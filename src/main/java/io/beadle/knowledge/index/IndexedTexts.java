package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyTexts;
import io.beadle.knowledge.StandingClauses;
import java.util.List;
import org.springframework.stereotype.Component;

/** The documents as the index that answers now has them. */
@Component
class IndexedTexts implements PolicyTexts, StandingClauses {
    private final LiveIndex index;

    IndexedTexts(LiveIndex index) {
        this.index = index;
    }

    @Override
    public List<Passage> passages(String document) {
        return index.read(open -> open.passagesOf(document));
    }

    @Override
    public boolean stand(String passage) {
        return index.read(open -> open.passage(passage).isPresent());
    }
}
