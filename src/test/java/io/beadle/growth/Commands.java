package io.beadle.growth;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.Document;

/** What a client asks a MongoDB, so that it can be asked to explain just that: filters are encrypted by then. */
final class Commands implements CommandListener {
    private static final Set<String> EXPLAINED =
            Set.of("find", "aggregate", "count", "update", "delete", "findAndModify");
    /** What belongs to the connection, not to the query. */
    private static final Set<String> LEFT_OUT = Set.of(
            "$db", "lsid", "txnNumber", "$clusterTime", "$readPreference", "readConcern", "writeConcern", "apiVersion");

    private final List<BsonDocument> seen = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (EXPLAINED.contains(event.getCommandName())) {
            seen.add(event.getCommand().clone());
        }
    }

    /** What was asked since that was last asked for, as commands that have it explained and not done. */
    List<Document> explaining() {
        List<Document> all = seen.stream().map(Commands::explaining).toList();
        seen.clear();
        return all;
    }

    static Document explaining(BsonDocument command) {
        BsonDocument query = command.clone();
        query.keySet().removeAll(LEFT_OUT);
        return new Document("explain", query).append("verbosity", "executionStats");
    }
}
