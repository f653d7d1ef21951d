package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** In local mode whoever tries Beadle appoints at once. */
@Import(FixedTime.class)
class AppointingAloneIT extends RunningBeadle {
    @Autowired
    private Appointments appointments;

    @Test
    void anyOnePersonAppointsAndEndsItAtOnce() {
        sam.says("appoint");
        JsonNode roles = requireNonNull(Colleague.card(sam.answer()));
        JsonNode role = sam.presses("Open the role", roles, Map.of("answer-role", "contract-manager"), "activity-1");
        JsonNode form = sam.presses("Appoint somebody", role, Map.of(), "activity-1");
        Map<String, String> stranger = Map.of("answer-person", "aad-Stranger", "answer-department", "housing");
        JsonNode unnamed = sam.presses("Save", form, stranger, "activity-1");
        assertThat(unnamed.toString()).contains("does not tell me this person", "answer-name");

        JsonNode done = sam.presses(
                "Save",
                unnamed,
                Map.of(
                        "answer-person", "aad-Stranger",
                        "answer-department", "housing",
                        "answer-name", "Bo **Stranger**"),
                "activity-1");
        assertThat(done.toString()).contains("made this change at", "counts from now on", "Bo \\\\*\\\\*Stranger");
        Appointment made = appointments.all().stream()
                .filter(appointment -> appointment.role().equals("contract-manager"))
                .findFirst()
                .orElseThrow();
        assertThat(made.department()).isEqualTo("housing");
        assertThat(sam.presses("End it", done, Map.of("answer-holder", made.id()), "activity-1")
                        .toString())
                .contains("Nobody holds this role");
        assertThat(appointments.find(made.id())).isEmpty();
    }
}
