package io.beadle.teams;

import java.util.Optional;

/**
 * The activities that were dealt with, each with the answer it got, for two hours to a day: long enough for
 * every redelivery. They are kept under a digest, so that what is stored names neither a person nor a conversation, nor a
 * time finer than a day.
 */
public interface AnsweredActivities {
    /** The answer that an activity got, from any instance. */
    Optional<Reply> find(String digest);

    /** Keeps the answer, once the turn's state is stored. Of two answers to one activity the first is kept. */
    void store(String digest, Reply reply);

    /** Forgets every answer, because one may hold what is not to be kept; how many. A redelivery does its turn again. */
    long forget();

    /**
     * What an activity is answered over HTTP.
     *
     * @param body JSON, or empty
     * @param kept whether it is stored; one that is not bears that its turn is done again
     */
    record Reply(int status, String body, boolean kept) {
        static final Reply DONE = new Reply(200, "");

        public Reply(int status, String body) {
            this(status, body, true);
        }

        Reply notKept() {
            return new Reply(status, body, false);
        }
    }
}
