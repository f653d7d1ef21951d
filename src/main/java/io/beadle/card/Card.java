package io.beadle.card;

import java.util.Map;

/**
 * An Adaptive Card ready to be sent.
 *
 * @param json the card as a tree
 * @param summary what a notification shows of it; holds chosen values only (G11)
 */
public record Card(Map<String, Object> json, String summary) {}
