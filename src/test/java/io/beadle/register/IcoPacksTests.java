package io.beadle.register;

import static io.beadle.register.SomeBreaches.CONTENT;
import static io.beadle.register.SomeBreaches.DPO;
import static io.beadle.register.SomeBreaches.REPORTED;
import static io.beadle.register.SomeBreaches.assessed;
import static io.beadle.register.SomeBreaches.lostLaptop;
import static io.beadle.register.SomeBreaches.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.Incident;
import io.beadle.register.file.SomeFormats;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class IcoPacksTests {
    private static final String REFERENCE = "INC-2026-0042";
    private static final Instant LATER = REPORTED.plus(Duration.ofDays(1));

    private final IcoPacks packs =
            new IcoPacks(CONTENT.acts(), CONTENT.contacts(), CONTENT.messages(), TestCards.LONDON);

    @Test
    void hasEverythingThatArticle33AsksForAndSaysWhatIsMissing() throws IOException {
        String assessed = text(packs.full(assessed(lostLaptop(REFERENCE), REPORTED), LATER));
        assertThat(assessed)
                .contains(
                        "Notification of a personal data breach: INC-2026-0042",
                        "Aldermere Borough Council",
                        "Data protection officer, 01632 960120, dpo@aldermere.example",
                        "Dana Protection, 01632 960120",
                        "Somebody saw or has what they should not",
                        "Special category, such as health, faith or origin, Children",
                        "412",
                        "1200",
                        "Distress to the families.",
                        "The laptop was wiped.",
                        "Passwords were changed.",
                        "21 November 2026, 14:17",
                        "24 November 2026, 14:17",
                        "Nothing that Article 33(3) asks for.");

        String reported = text(packs.full(lostLaptop(REFERENCE), LATER));
        assertThat(reported)
                .contains("Likely consequences\tNot known yet", "Not known yet: Nature of the breach;")
                .doesNotContain("Nothing that Article 33(3) asks for.");
    }

    @Test
    void hasNothingThatTheReporterTypedNobodysNameAndNoLegalNote() throws IOException {
        Incident incident = with(
                assessed(lostLaptop(REFERENCE), REPORTED),
                "legal-note",
                new io.beadle.people.Person("legal", "Lee Gal"),
                REPORTED,
                Map.of("text", "Privileged: Wisteria"));
        String text = text(packs.full(incident, LATER));
        assertThat(text).doesNotContain("Wisteria", "Heliotrope", "Rowan", "Lee Gal");
        assertThat(text(packs.update(incident, REPORTED.minusSeconds(1), LATER)))
                .doesNotContain("Wisteria", "Heliotrope", "Rowan");
    }

    @Test
    void adviceAndReasonsAreTheCouncilsOwn() throws IOException {
        Incident advised = with(
                assessed(lostLaptop(REFERENCE), REPORTED),
                "advise",
                DPO,
                REPORTED,
                Map.of("advice", "not-notify", "reasons", "Begonia", "affected", "later"));
        assertThat(text(packs.full(advised, LATER))).doesNotContain("Begonia");
    }

    @Test
    void anUpdateListsOnlyWhatChangedSinceTheLastPack() throws IOException {
        Incident first = with(assessed(lostLaptop(REFERENCE), REPORTED), "ico-pack", DPO, REPORTED, Map.of());
        Map<String, String> more = new HashMap<>(SomeBreaches.assessment());
        more.put("people", "430");
        Incident second = with(first, "assess", DPO, LATER, more);
        assertThat(packs.lastBefore(second, LATER)).contains(REPORTED);
        String update = text(packs.update(second, REPORTED, LATER));
        assertThat(update)
                .contains("Further information", "People affected, about\t430")
                .doesNotContain("1200", "Distress", "Aldermere");
        assertThat(text(packs.update(first, REPORTED, LATER))).contains("Nothing has changed since then.");
    }

    @Test
    void aPackThatIsBeingMadeIsNotTheOneBefore() {
        Incident made = with(assessed(lostLaptop(REFERENCE), REPORTED), "ico-pack", DPO, LATER, Map.of());
        assertThat(packs.lastBefore(made, LATER)).isEmpty();
        assertThat(packs.act()).contains("ico-pack");
    }

    @Test
    void saysFromWhenTheHoursCountAndWhy() throws IOException {
        Incident moved = with(
                lostLaptop(REFERENCE),
                "clock",
                DPO,
                REPORTED,
                Map.of("noticed", "2026-11-20T09:00:00Z", "reason", "The contractor rang."));
        assertThat(text(packs.full(moved, LATER)))
                .contains(
                        "First noticed\t21 November 2026, 14:17",
                        "Aware of it since\t20 November 2026, 09:00",
                        "The contractor rang.",
                        "72 hours end\t23 November 2026, 09:00");
    }

    private static String text(Paper paper) throws IOException {
        byte[] file = SomeFormats.office().word(paper);
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor extractor = new XWPFWordExtractor(read)) {
            return extractor.getText();
        }
    }
}
