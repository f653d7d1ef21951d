package io.beadle.card;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a card is said to have sent: an action, if only an unknown one. */
public final class PressedFuzz {
    private PressedFuzz() {}

    public static void fuzzerTestOneInput(byte[] json) {
        try {
            if (JsonMapper.shared().readValue(json, Object.class) instanceof Map<?, ?> data) {
                CardAction.parse(null, data);
                CardAction.parse(Pressed.text(data, "otherwise"), data);
            }
        } catch (JacksonException e) {
            // is no card's data: Teams sends none such
        }
    }
}
