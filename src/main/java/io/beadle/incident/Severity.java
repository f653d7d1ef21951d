package io.beadle.incident;

/** How bad an incident is, from least to worst; provisional until a nominated person confirms it (G18). */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH;

    public Severity atLeast(Severity other) {
        return compareTo(other) < 0 ? other : this;
    }
}
