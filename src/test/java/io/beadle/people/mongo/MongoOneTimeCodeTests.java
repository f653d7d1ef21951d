package io.beadle.people.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.mongo.SharedStore;
import io.beadle.people.Administrators;
import io.beadle.people.OneTimeCode;
import io.beadle.people.Person;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class MongoOneTimeCodeTests {
    private static final Person ALEX = new Person("alex", "Alex");

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final OneTimeCode code = new MongoOneTimeCode(mongo);

    @Test
    void worksOnce() {
        String issued = code.issue().orElseThrow();
        assertThat(issued).matches("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
        assertThat(code.redeem(issued)).isTrue();
        assertThat(code.redeem(issued)).isFalse();
        assertThat(code.matches(issued)).isFalse();
    }

    @Test
    void lookingAtItDoesNotUseItUp() {
        String issued = code.issue().orElseThrow();
        assertThat(code.matches(issued)).isTrue();
        assertThat(code.matches(issued)).isTrue();
        assertThat(code.redeem(issued)).isTrue();
    }

    @Test
    void mayBeWrittenAsPeopleWrite() {
        String issued = code.issue().orElseThrow();
        assertThat(code.matches(issued.replace("-", ""))).isTrue();
        assertThat(code.matches(issued.replace('-', ' ').toLowerCase(Locale.ROOT)))
                .isTrue();
        assertThat(code.matches("")).isFalse();
        assertThat(code.matches("ABCD-EFGH-JKLM")).isFalse();
    }

    @Test
    void aNewOneTakesThePlaceOfOneNotUsed() {
        String first = code.issue().orElseThrow();
        String second = new MongoOneTimeCode(mongo).issue().orElseThrow();
        assertThat(code.matches(first)).isFalse();
        assertThat(code.matches(second)).isTrue();
    }

    @Test
    void noneIsIssuedOnceOneWasUsed() {
        code.redeem(code.issue().orElseThrow());
        assertThat(code.issue()).isEmpty();
    }

    @Test
    void isNotStoredInClear() {
        String issued = code.issue().orElseThrow();
        assertThat(mongo.getCollection("settings").find().map(Document::toJson).first())
                .doesNotContain(issued, issued.replace("-", ""));
    }

    @Test
    void worksForOneOfManyAtTheSameMoment() throws Exception {
        String issued = code.issue().orElseThrow();
        Callable<Boolean> redeem = () -> new MongoOneTimeCode(mongo).redeem(issued);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> won = threads.invokeAll(List.of(redeem, redeem, redeem, redeem, redeem, redeem));
            assertThat(won).extracting(Future::get).containsOnlyOnce(true);
        }
    }

    @Test
    void whoIsNamedNeedsNoCodeAndUsesNoneUp() {
        String issued = code.issue().orElseThrow();
        Administrators named = new Administrators(Set.of("alex"), false, code);
        assertThat(named.mayAppoint(ALEX, "")).isTrue();
        assertThat(named.appoint(ALEX, issued)).isTrue();
        assertThat(code.matches(issued)).isTrue();
        assertThat(named.mayAppoint(new Person("sam", "Sam"), "")).isFalse();
    }

    @Test
    void inLocalModeAnybodyMay() {
        Administrators local = new Administrators(Set.of(), true, code);
        assertThat(local.mayAppoint(ALEX, "")).isTrue();
        assertThat(local.appoint(ALEX, "")).isTrue();
    }
}
