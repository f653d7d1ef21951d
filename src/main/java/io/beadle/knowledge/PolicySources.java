package io.beadle.knowledge;

import java.util.List;
import java.util.Set;

/** The files the policies come from. */
public interface PolicySources {
    /**
     * Reads every source anew and tells what cannot be used, one line each, in the form {@code file: what is wrong, what
     * would be right}. Empty when all is well. Nothing is indexed.
     */
    List<String> problems();

    /** The file names of all documents, readable or not. None is opened. */
    Set<String> names();
}
