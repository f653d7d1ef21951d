package io.beadle.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads all content and lists all that is wrong with it. */
public final class ContentLoader {
    private static final String REPORT_TYPES = "report-types.yaml";
    private static final String CONTACTS = "contacts.yaml";
    private static final String GLOSSARY = "glossary.yaml";
    private static final String REGISTER = "register.yaml";
    private static final String SUPERSEDED = "superseded.yaml";

    private final ContentFolder bot;
    private final ContentFolder cards;
    private final ContentFolder knowledge;

    public ContentLoader(ContentProperties properties) {
        bot = new ContentFolder("bot", properties.bot());
        cards = new ContentFolder("adaptive-cards", properties.cards());
        knowledge = new ContentFolder("knowledge", properties.knowledge());
    }

    /**
     * Every mistake in the content as it now is; empty when all is well.
     *
     * @param documents the file names of all policies: an entry of the register for another one is a mistake; empty where
     *     the register is about other documents
     */
    public List<Problem> problems(Optional<Set<String>> documents) {
        try {
            load(
                    (register, mistake) ->
                            documents.ifPresent(known -> RegisterFile.checkDocuments(register, known, mistake)),
                    new ArrayList<>());
            return List.of();
        } catch (InvalidContentException e) {
            return e.problems();
        }
    }

    /**
     * The content as it now is.
     *
     * @throws InvalidContentException with every mistake
     */
    public Content load() {
        return load((register, mistake) -> {}, new ArrayList<>());
    }

    /** What is no mistake, but left to the council to fill in; empty while there are mistakes. */
    public List<Problem> reminders() {
        List<Problem> reminders = new ArrayList<>();
        try {
            load((register, mistake) -> {}, reminders);
            return reminders;
        } catch (InvalidContentException e) {
            return List.of();
        }
    }

    private Content load(YamlFile.Rules<RegisterFile> documents, List<Problem> reminders) {
        List<Problem> problems = new ArrayList<>();
        try {
            Optional<ReportTypes> types = new YamlFile(bot.label(REPORT_TYPES), problems)
                    .read(bot, REPORT_TYPES, SharedQuestions::spread, ReportTypes.class, ReportTypeRules::check);
            YamlFile contactsFile = new YamlFile(bot.label(CONTACTS), problems);
            Optional<Contacts> contacts = contactsFile.read(bot, CONTACTS, Contacts.class, (c, m) -> {});
            contacts.ifPresent(known -> known.remind((pointer, what) -> reminders.add(contactsFile.at(pointer, what))));
            Optional<IncidentFiles.Rules> rules = new IncidentFiles(bot, problems, reminders).read(types);
            Messages messages = MessagesFile.read(bot, problems);
            CardTemplates templates = CardTemplates.load(cards, problems);
            Optional<Glossary> glossary = new YamlFile(knowledge.label(GLOSSARY), problems)
                    .read(knowledge, GLOSSARY, Glossary.class, Glossary::check);
            RegisterFile register = new YamlFile(knowledge.label(REGISTER), problems)
                    .readIfThere(knowledge, REGISTER, RegisterFile.class, (file, mistake) -> {
                        RegisterFile.check(file, mistake);
                        documents.check(file, mistake);
                    })
                    .orElse(RegisterFile.EMPTY);
            SupersededLaws superseded = new YamlFile(knowledge.label(SUPERSEDED), problems)
                    .readIfThere(knowledge, SUPERSEDED, SupersededLaws.class, SupersededLaws::check)
                    .orElse(SupersededLaws.NONE);
            if (!problems.isEmpty()) {
                throw new InvalidContentException(problems);
            }
            return new Content(
                    types.orElseThrow(),
                    contacts.orElseThrow(),
                    rules.orElseThrow().duties(),
                    rules.orElseThrow().acts(),
                    rules.orElseThrow().routes(),
                    rules.orElseThrow().roles(),
                    rules.orElseThrow().assets(),
                    rules.orElseThrow().matrix(),
                    rules.orElseThrow().retention(),
                    messages,
                    templates,
                    glossary.orElseThrow(),
                    register,
                    superseded);
        } catch (IOException e) {
            throw new UncheckedIOException("The content could not be read", e);
        }
    }
}
