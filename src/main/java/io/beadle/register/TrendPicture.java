package io.beadle.register;

import java.util.List;
import java.util.Optional;

/** Draws months against the same ones a year before. */
public interface TrendPicture {
    /** A PNG of at most {@link #LARGEST} bytes, legible on a light and on a dark card; empty where it cannot be drawn. */
    Optional<byte[]> of(List<Figures.Month> trend);

    /** What leaves room for the words of a card that holds the picture itself: Teams takes 28 KB, counted in UTF-16. */
    int LARGEST = 5_000;
}
