package io.beadle.bot.report;

import io.beadle.bot.report.words.SaidInWords;
import io.beadle.bot.turn.CardUpdates;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Intents;
import io.beadle.bot.turn.Turn;
import io.beadle.card.ExerciseMark;
import io.beadle.card.ReportCards;
import io.beadle.card.SimpleCards;
import io.beadle.card.TypedText;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Draft;
import io.beadle.teams.ConversationReferences;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A report made in plain text, one question a message, for whoever cannot use cards. It is the same draft under the same
 * rules, which remembers what was asked last: it can be gone on with on cards, and a report on cards in words.
 */
@Component
public final class InWords {
    private static final Pattern BEGIN = Pattern.compile(
            "\\b(?:report|continue|carry on|go on)\\b(?<of>.{0,300}?)\\b(?:in (?:plain )?(?:words|text)|without cards)\\b[.!]*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern UNNAMED = Pattern.compile(
            "\\b(?:anonymous(?:ly)?|confidentially|in confidence|without (?:(?:giving|using|saying) )?my name)\\b",
            Pattern.CASE_INSENSITIVE);

    private final OpenDrafts drafts;
    private final Sending sending;
    private final ReportTypes types;
    private final AnswerRules rules;
    private final SpokenAnswers answers;
    private final SaidInWords told;
    private final Intents intents;
    private final WordsText texts;
    private final ReportCards cards;
    private final SimpleCards simple;
    private final ConversationReferences references;
    private final CardUpdates updates;
    private final Messages messages;
    private final InstantSource clock;

    InWords(
            OpenDrafts drafts,
            Sending sending,
            ReportTypes types,
            AnswerRules rules,
            SpokenAnswers answers,
            SaidInWords told,
            Intents intents,
            WordsText texts,
            ReportCards cards,
            SimpleCards simple,
            ConversationReferences references,
            CardUpdates updates,
            Messages messages,
            InstantSource clock) {
        this.drafts = drafts;
        this.sending = sending;
        this.types = types;
        this.rules = rules;
        this.answers = answers;
        this.told = told;
        this.intents = intents;
        this.texts = texts;
        this.cards = cards;
        this.simple = simple;
        this.references = references;
        this.updates = updates;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether the text wants a report in words, or the one under way to go on so. */
    static boolean isWanted(String text) {
        return BEGIN.matcher(text).find();
    }

    /**
     * Takes what somebody wrote in their personal chat, if they are asked in words or want to be; elsewhere, and of what
     * is no part of a report, false.
     */
    public boolean said(Turn turn, Chat chat) {
        if (!turn.isPersonal()) {
            return false;
        }
        String text = TypedText.of(turn.text());
        Optional<Draft> open = drafts.of(turn.person());
        Matcher begin = BEGIN.matcher(text);
        if (begin.find() && UNNAMED.matcher(text).find()) {
            chat.leaveNoTrace();
            chat.send(texts.unnamed());
            return true;
        }
        if (begin.reset().find()) {
            chat.send(new ExerciseMark(messages)
                    .on(
                            begin(turn, open, begin.replaceFirst("${of}").strip()),
                            open.filter(Draft::isDrill).isPresent()));
            return true;
        }
        String asked = open.map(Draft::asked).orElse(null);
        if (asked == null || leadsAway(text)) {
            return false;
        }
        Draft draft = open.orElseThrow();
        chat.send(new ExerciseMark(messages).on(go(draft, asked, text), draft.isDrill()));
        return true;
    }

    /** Answered while the question stays open. */
    private boolean leadsAway(String text) {
        Intent intent = intents.of(text);
        return intent instanceof Intent.MyReports || intent instanceof Intent.WithoutName;
    }

    private String begin(Turn turn, Optional<Draft> open, String rest) {
        Draft draft = open.map(drafts::accept)
                .orElseGet(() -> typeOf("report " + rest)
                        .map(type ->
                                drafts.begin(turn.person(), type, rest.isEmpty() ? Map.of() : told.answers(type, rest)))
                        .orElseGet(() -> drafts.beginUntyped(turn.person(), WordsText.GROUP)));
        Draft.Place here = new Draft.Place(turn.address().conversation(), turn.member(), "");
        drafts.shown(draft, here).map(Draft::place).ifPresent(before -> signpost(before, draft.isDrill()));
        String asked = draft.asked() != null
                ? draft.asked()
                : types.find(draft.type())
                        .map(type -> next(type, draft, -1, clock.instant()))
                        .orElse(WordsText.GROUP);
        return messages.text("words.begin") + "\n\n" + ask(draft, asked);
    }

    /** The card on which it was filled in says that it goes on further down. */
    private void signpost(Draft.Place before, boolean drill) {
        if (!before.card().isEmpty()) {
            references
                    .find(before.conversation())
                    .ifPresent(address -> updates.show(address, before.card(), simple.moved(drill)));
        }
    }

    private String go(Draft draft, String asked, String said) {
        return switch (SpokenAnswers.plain(said)) {
            case "stop", "pause" ->
                drafts.change(draft, d -> d.asking(null, clock.instant()))
                        .map(d -> messages.text("words.stopped"))
                        .orElseGet(this::gone);
            case "cancel", "cancel report", "cancel the report", "cancel my report" -> {
                drafts.end(draft.id());
                yield messages.text("report.cancelled.text");
            }
            case "help", "?" -> messages.text("words.help") + "\n\n" + ask(draft, asked);
            default ->
                types.find(draft.type())
                        .map(type -> go(draft, type, asked, said))
                        .orElseGet(() -> choose(draft, asked, said));
        };
    }

    private String go(Draft draft, ReportType type, String asked, String said) {
        List<Question> questions = type.questions().toList();
        Question question = type.question(asked).orElse(null);
        int at = question == null ? questions.size() : questions.indexOf(question);
        return switch (SpokenAnswers.plain(said)) {
            case "send", "send now", "send it" -> send(draft, type);
            case "back" -> ask(draft, before(questions, draft, at));
            case "skip" -> question == null ? ask(draft, asked) : skip(draft, type, question, at);
            case "keep" -> question == null ? ask(draft, asked) : keep(draft, type, question, at);
            default -> question == null ? change(draft, type, said) : answer(draft, type, question, at, said);
        };
    }

    private String answer(Draft draft, ReportType type, Question question, int at, String said) {
        Optional<Map<String, String>> read = answers.read(type, question, said);
        if (read.isEmpty()) {
            return messages.text("words.unread") + "\n\n" + ask(draft, question.id());
        }
        Instant now = clock.instant();
        Map<String, String> kept = AnswerRules.kept(List.of(question), read.get(), draft.answers(), now);
        Draft answered =
                draft.answered(kept, now).confirmed(AnswerRules.keys(question).toList());
        String problem = rules.problem(question, answered.answers(), now);
        if (problem != null) {
            return problem + "\n\n" + ask(draft, question.id());
        }
        boolean danger = Question.chosen(kept.getOrDefault(question.id(), "")).anyMatch(question.danger()::contains);
        return (danger ? texts.danger() + "\n\n" : "") + ask(answered, next(type, answered, at, now));
    }

    private String skip(Draft draft, ReportType type, Question question, int at) {
        boolean needed = question.required()
                && type.steps().getFirst().questions().contains(question)
                && AnswerRules.isEmpty(question, draft.answers());
        return needed
                ? messages.text("words.needed") + "\n\n" + ask(draft, question.id())
                : ask(draft, next(type, draft, at, clock.instant()));
    }

    private String keep(Draft draft, ReportType type, Question question, int at) {
        if (AnswerRules.isEmpty(question, draft.answers())) {
            return answer(draft, type, question, at, "keep");
        }
        Draft kept = draft.confirmed(AnswerRules.keys(question).toList());
        return ask(kept, next(type, kept, at, clock.instant()));
    }

    /** On the review the number of a line asks its question again. */
    private String change(Draft draft, ReportType type, String said) {
        List<Question> asked =
                type.questions().filter(q -> q.isAsked(draft.answers())).toList();
        return SpokenAnswers.index(asked.stream().map(Question::ask).toList(), said)
                .map(line -> ask(draft, asked.get(line).id()))
                .orElseGet(() -> messages.text("words.unread") + "\n\n" + ask(draft, WordsText.REVIEW));
    }

    private String send(Draft draft, ReportType type) {
        Optional<Sending.Obstacle> wrong = sending.obstacle(draft, type);
        if (wrong.isPresent()) {
            Map.Entry<String, String> first =
                    wrong.get().problems().entrySet().iterator().next();
            return first.getValue() + "\n\n" + ask(draft, first.getKey());
        }
        var incident = sending.send(draft, type);
        return cards.receiptText(incident, sending.facts(incident));
    }

    /** Before the type is known: its group, then the type in it; or a sentence that tells what happened. */
    private String choose(Draft draft, String asked, String said) {
        Instant now = clock.instant();
        Optional<ReportType> type = texts.type(asked, said).or(() -> typeOf(said));
        if (type.isPresent()) {
            Map<String, String> answered = OpenDrafts.said(
                    type.get(), typeOf(said).isPresent() ? told.answers(type.get(), said) : Map.of(), now);
            Draft typed = draft.of(type.get().id(), answered, now);
            return ask(typed, next(type.get(), typed, -1, now));
        }
        return texts.group(asked, said)
                .map(group -> ask(draft, WordsText.TYPE_OF + group.id()))
                .orElseGet(() -> messages.text("words.unread") + "\n\n" + ask(draft, asked));
    }

    private Optional<ReportType> typeOf(String said) {
        return intents.of(said) instanceof Intent.Report report && report.type() != null
                ? types.find(report.type())
                : Optional.empty();
    }

    /** The next question after that one that is still to be answered or seen, else the review. */
    private String next(ReportType type, Draft draft, int at, Instant now) {
        return type.questions()
                .skip(at + 1L)
                .filter(q -> q.isAsked(draft.answers()))
                .filter(q -> AnswerRules.isEmpty(q, draft.answers())
                        || AnswerRules.keys(q).anyMatch(draft.prefilled()::contains)
                        || rules.problem(q, draft.answers(), now) != null)
                .map(Question::id)
                .findFirst()
                .orElse(WordsText.REVIEW);
    }

    private static String before(List<Question> questions, Draft draft, int at) {
        return questions.stream()
                .limit(at)
                .filter(q -> q.isAsked(draft.answers()))
                .reduce((first, second) -> second)
                .map(Question::id)
                .orElse(questions.getFirst().id());
    }

    /** Stores what is asked now, with the draft as it is, and asks it. */
    private String ask(Draft draft, String what) {
        @Nullable String type = draft.type();
        return drafts.change(draft, d -> merged(d, draft).asking(what, clock.instant()))
                .map(stored -> texts.ask(stored, types.find(type).orElse(null), what))
                .orElseGet(this::gone);
    }

    /** Over what another device stored meanwhile, what was said here. */
    private static Draft merged(Draft stored, Draft said) {
        return stored.version() == said.version() ? said : stored.answered(said.answers(), said.touched());
    }

    private String gone() {
        return messages.text("report.gone.text");
    }
}
