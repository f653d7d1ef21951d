package io.beadle.card;

import java.util.HashMap;
import java.util.Map;

/** A button on a card about an incident, as its templates show it. */
record IncidentButton(String title, String verb, String incident, String what, String about) {
    static IncidentButton of(String title, String verb, String incident) {
        return new IncidentButton(title, verb, incident, "", "");
    }

    /** @param primary whether it is what most people want now; one on a card at most */
    Map<String, Object> shown(boolean primary) {
        Map<String, Object> data = new HashMap<>();
        data.put("buttonTitle", title);
        data.put("verb", verb);
        data.put("incident", incident);
        data.put("what", what);
        data.put("about", about);
        data.put("style", primary ? "positive" : "default");
        return data;
    }

    Map<String, Object> shown() {
        return shown(false);
    }
}
