package io.beadle.privacy.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.content.Kept;
import io.beadle.privacy.AuditLog;
import io.beadle.privacy.Break;
import io.beadle.privacy.InstanceChain;
import io.beadle.privacy.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * One document a link, whose number is its {@code _id}: of two instances that add at once one is refused, and adds after the
 * other. What the entry says stands in {@code says}, and can be taken out.
 */
@Repository
class MongoAuditLog implements AuditLog {
    private static final String AUDIT = "audit";
    private static final String SAYS = "says";
    private static final String THROUGH = "through";

    private final MongoOperations mongo;

    /** The last link that is known here; another instance may have added more. */
    private @Nullable Link last;

    MongoAuditLog(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(AUDIT).createIndex(new Index(SAYS + ".about", Direction.ASC));
        mongo.indexOps(AUDIT).createIndex(new Index(SAYS + ".by", Direction.ASC));
        mongo.indexOps(AUDIT).createIndex(new Index("what", Direction.ASC));
    }

    @Override
    public void add(What what, String about, String by, Map<String, String> more, Instant at) {
        add(what, says(about, by, more), List.of(), at);
    }

    private synchronized void add(What what, Document says, List<Long> forgot, Instant at) {
        Link before = last == null ? newest().orElse(null) : last;
        while (true) {
            Link link = InstanceChain.next(before, what.name(), says, forgot, at);
            try {
                Document document = LinkDocuments.document(link);
                document.append("_id", document.remove("n")).append(SAYS, says);
                mongo.insert(document, AUDIT);
                last = link;
                return;
            } catch (DuplicateKeyException another) {
                before = Optional.ofNullable(mongo.findById(link.n(), Document.class, AUDIT))
                        .map(MongoAuditLog::link)
                        .orElse(before);
            }
        }
    }

    private Optional<Link> newest() {
        return Optional.ofNullable(mongo.findOne(
                        new Query().with(Sort.by(Direction.DESC, "_id")).limit(1), Document.class, AUDIT))
                .map(MongoAuditLog::link);
    }

    private static Document says(String about, String by, Map<String, String> more) {
        return new Document("about", about).append("by", by).append("more", new Document(new LinkedHashMap<>(more)));
    }

    private static Link link(Document document) {
        return LinkDocuments.link(new Document(document).append("n", document.get("_id")));
    }

    private static Optional<Document> said(Document document) {
        return document.get(SAYS) instanceof Document says ? Optional.of(says) : Optional.empty();
    }

    @Override
    public List<Entry> about(String about) {
        return entries(where(SAYS + ".about").is(about));
    }

    @Override
    public List<Entry> by(String person) {
        return entries(where(SAYS + ".by").is(person));
    }

    private List<Entry> entries(Criteria criteria) {
        return mongo.find(query(criteria).with(Sort.by(Direction.ASC, "_id")), Document.class, AUDIT).stream()
                .flatMap(document -> entry(document).stream())
                .toList();
    }

    @Override
    public Stream<Entry> all(What what) {
        return mongo.stream(
                        query(where("what").is(what.name())).with(Sort.by(Direction.ASC, "_id")), Document.class, AUDIT)
                .flatMap(document -> entry(document).stream());
    }

    private static Optional<Entry> entry(Document document) {
        return said(document)
                .map(says -> new Entry(
                        document.getLong("_id"),
                        document.getDate("at").toInstant(),
                        What.valueOf(document.getString("what")),
                        says.getString("about"),
                        says.getString("by"),
                        more(says.get("more", Document.class))));
    }

    private static Map<String, String> more(Document document) {
        Map<String, String> more = new LinkedHashMap<>();
        document.forEach((key, value) -> more.put(key, (String) value));
        return more;
    }

    /** In the chain first: whoever finds an entry without what it said finds why, whenever this is interrupted. */
    @Override
    public int forget(String about, Instant at) {
        List<Long> numbers = about(about).stream()
                .filter(entry -> !entry.what().isCertificate())
                .map(Entry::n)
                .toList();
        if (!numbers.isEmpty()) {
            add(What.FORGOTTEN, says("", "", Map.of("count", Integer.toString(numbers.size()))), numbers, at);
            mongo.find(query(where("_id").in(numbers)), Document.class, AUDIT).forEach(entry -> {
                entry.remove(SAYS);
                entry.remove("salt");
                mongo.save(entry, AUDIT);
            });
        }
        return numbers.size();
    }

    @Override
    public Optional<Break> check() {
        try (Stream<Document> all = mongo.stream(ascending(), Document.class, AUDIT)) {
            List<Link> links = new ArrayList<>();
            Map<Long, Map<String, Object>> says = new LinkedHashMap<>();
            all.forEach(document -> {
                Link link = link(document);
                links.add(link);
                said(document).ifPresent(said -> says.put(link.n(), said));
            });
            return InstanceChain.check(links, latestCut().orElse(null), says);
        }
    }

    @Override
    public Optional<Instant> begins() {
        return Optional.ofNullable(mongo.findOne(ascending().limit(1), Document.class, AUDIT))
                .map(first -> first.getDate("at").toInstant());
    }

    @Override
    public long cut(Instant before, Instant at) {
        List<Link> over;
        try (Stream<Document> all = mongo.stream(ascending(), Document.class, AUDIT)) {
            over = all.map(MongoAuditLog::link)
                    .takeWhile(link -> link.at().isBefore(before))
                    .toList();
        }
        if (over.size() < 2) {
            return 0;
        }
        Link through = over.get(over.size() - 2);
        String count = Integer.toString(over.size() - 1);
        Map<String, String> more =
                Map.of("rule", Kept.AUDIT.id(), THROUGH, InstanceChain.head(through), "count", count);
        add(What.CUT, says("", "", more), List.of(), at);
        return mongo.remove(query(where("_id").lte(through.n())), AUDIT).getDeletedCount();
    }

    @Override
    public boolean isCut(String head) {
        return latestCut()
                .flatMap(cut -> InstanceChain.number(cut.through()))
                .filter(through ->
                        InstanceChain.number(head).filter(n -> n <= through).isPresent())
                .isPresent();
    }

    private Optional<InstanceChain.Cut> latestCut() {
        try (Stream<Entry> cuts = all(What.CUT)) {
            return cuts.reduce((earlier, later) -> later)
                    .map(cut -> new InstanceChain.Cut(cut.more().getOrDefault(THROUGH, ""), cut.at()));
        }
    }

    private static Query ascending() {
        return new Query().with(Sort.by(Direction.ASC, "_id"));
    }

    @Override
    public String head() {
        return newest().map(InstanceChain::head).orElse("0");
    }

    @Override
    public boolean had(String head) {
        return InstanceChain.number(head)
                .map(n -> mongo.findById(n, Document.class, AUDIT))
                .filter(document -> InstanceChain.head(link(document)).equals(head))
                .isPresent();
    }
}
