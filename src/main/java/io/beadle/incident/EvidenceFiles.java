package io.beadle.incident;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The kept evidence: inert files, each with its record. Every write is durable once its method has returned. */
public interface EvidenceFiles {
    /**
     * Keeps a file.
     *
     * @param key names this attempt to keep it: what an earlier one that broke off left behind is replaced
     * @return false if the report has the same content already: then nothing is kept
     */
    boolean keep(String key, Evidence evidence, byte[] content);

    /** The evidence of the report, earliest first. */
    List<Evidence> of(String report);

    Optional<Evidence> find(String id);

    /**
     * The content as it came, to be closed by the caller; empty if there is no such evidence.
     *
     * @throws QuarantinedException unless it belongs to a report that was sent, and {@link Custody#mayOpen}
     */
    Optional<InputStream> open(String id);

    /** The reports with evidence that their incident does not know of yet; the same report once. */
    List<String> untold();

    /** The incident of the report knows of its first so many files. */
    void told(List<Evidence> known);

    /** Every report that has evidence, once. */
    List<String> reports();

    /** Deletes the evidence of the report, content first; how many files there were. */
    long deleteOf(String report);
}
