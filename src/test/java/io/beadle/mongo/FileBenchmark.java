package io.beadle.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.bson.BsonString;

/**
 * Measures GridFS on the embedded store; the figures are in the rationale of {@code incident.mongo}. Run by hand, from the
 * test class path, with how many megabytes there are to be before each measurement.
 */
final class FileBenchmark {
    private static final int MEGABYTE = 1 << 20;

    private FileBenchmark() {}

    public static void main(String[] args) throws IOException {
        TestStore.quietly();
        Path folder = Files.createTempDirectory("beadle-bench");
        try (EmbeddedMongo server = EmbeddedMongo.start(folder.resolve("store.mv"), 0);
                MongoClient client = MongoClients.create(server.connectionString(""))) {
            GridFSBucket files = GridFSBuckets.create(client.getDatabase("bench"), "files");
            int stored = 0;
            for (String wanted : args) {
                for (; stored < Integer.parseInt(wanted); stored += 2) {
                    upload(files, "file" + stored, 2);
                }
                for (int megabytes : List.of(2, 25)) {
                    measure(files, stored, megabytes);
                }
            }
        }
    }

    private static void measure(GridFSBucket files, int stored, int megabytes) {
        long begun = System.nanoTime();
        upload(files, "measured", megabytes);
        long uploaded = System.nanoTime();
        files.downloadToStream(new BsonString("measured"), OutputStream.nullOutputStream());
        long downloaded = System.nanoTime();
        files.delete(new BsonString("measured"));
        System.out.printf(
                "stored %4d MB, file of %2d MB: up %d ms, down %d ms, delete %d ms%n",
                stored,
                megabytes,
                (uploaded - begun) / 1_000_000,
                (downloaded - uploaded) / 1_000_000,
                (System.nanoTime() - downloaded) / 1_000_000);
    }

    private static void upload(GridFSBucket files, String name, int megabytes) {
        byte[] content = new byte[megabytes * MEGABYTE];
        new Random(name.hashCode()).nextBytes(content);
        files.uploadFromStream(
                new BsonString(name), name, new ByteArrayInputStream(content), new GridFSUploadOptions());
    }
}
