package io.beadle.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions asked in a test, in memory. */
public final class RememberedQuestions implements AskedQuestions {
    public final List<AskedQuestion> kept = new ArrayList<>();

    @Override
    public void keep(AskedQuestion question) {
        kept.add(question);
    }

    @Override
    public Optional<AskedQuestion> find(String key) {
        return kept.stream().filter(question -> question.key().equals(key)).findFirst();
    }

    @Override
    public Optional<AskedQuestion> latest(String conversation, String asker, Instant since) {
        return kept.reversed().stream()
                .filter(question -> question.asker() != null
                        && question.asker().id().equals(asker)
                        && question.asker().conversation().equals(conversation)
                        && !question.at().isBefore(since))
                .findFirst();
    }

    @Override
    public Optional<AskedQuestion> answeredBy(String conversation, String activity) {
        return kept.stream()
                .filter(question -> question.activity().equals(activity))
                .findFirst();
    }

    @Override
    public List<AskedQuestion> gaps(Instant since, int limit) {
        return kept.stream().filter(AskedQuestion::isGap).limit(limit).toList();
    }

    @Override
    public List<AskedQuestion> settledBefore(Instant before, int limit) {
        return List.of();
    }

    @Override
    public List<AskedQuestion> open(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<AskedQuestion> replace(AskedQuestion changed) {
        kept.replaceAll(question -> question.key().equals(changed.key()) ? changed : question);
        return find(changed.key());
    }

    @Override
    public void delete(String key) {
        kept.removeIf(question -> question.key().equals(key));
    }

    @Override
    public long deleteAskedBefore(Instant before) {
        return 0;
    }
}
