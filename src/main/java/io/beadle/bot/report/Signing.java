package io.beadle.bot.report;

import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.AnonymousToken;
import io.beadle.incident.Answer;
import io.beadle.incident.Draft;
import io.beadle.incident.FollowUpCode;
import io.beadle.incident.Report;
import io.beadle.incident.Reporter;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.SealedReporters;
import io.beadle.incident.SlowHash;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose report it is said to be: the reporter's own, somebody's whose name is sealed, or nobody's (G8). */
@Component
final class Signing {
    /** Counts as an answer: nobody is asked for it later. */
    private static final String WAIVED = "waived";

    private final SealedReporters sealed;
    private final SlowHash hash;
    private final ReportTypes types;
    private final Messages messages;

    Signing(SealedReporters sealed, SlowHash hash, ReportTypes types, Messages messages) {
        this.sealed = sealed;
        this.hash = hash;
        this.types = types;
        this.messages = messages;
    }

    /** The report as it is stored; a name to be sealed is stored apart before. */
    Report signed(Report report, Draft draft) {
        Optional<AnonymousToken> token = AnonymousToken.of(draft.id());
        if (token.isPresent()) {
            FollowUpCode code = token.get().code();
            return report.by(new Reporter.Anonymous(code.lookup(), hash.of(code.secret())), waived(draft));
        }
        if (!draft.isInConfidence()) {
            return report;
        }
        sealed.seal(
                draft.id(),
                new SealedReporters.Sealed(draft.reporter(), chat(draft).orElse(null)));
        return report.by(new Reporter.Sealed(), List.of());
    }

    /** Where the reporter is told, as far as the incident may say it. */
    static Optional<ReporterChat> openChat(Draft draft) {
        return draft.isInConfidence() || AnonymousToken.of(draft.id()).isPresent() ? Optional.empty() : chat(draft);
    }

    private static Optional<ReporterChat> chat(Draft draft) {
        return Optional.ofNullable(draft.place()).map(place -> new ReporterChat(place.member(), place.conversation()));
    }

    /** What every report must have and this one cannot, with the reason. */
    private List<Answer> waived(Draft draft) {
        Optional<Question> contact =
                types.find(draft.type()).flatMap((ReportType type) -> type.question(AnswerRules.CONTACT));
        return contact
                .map(question ->
                        new Answer(question.id(), question.ask(), WAIVED, messages.text("noname.waived"), false))
                .stream()
                .toList();
    }
}
