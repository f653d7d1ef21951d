package io.beadle.bench;

/** One of the things that can be measured by itself. */
interface Measurement {
    void take(Scale scale, Results results) throws Exception;
}
