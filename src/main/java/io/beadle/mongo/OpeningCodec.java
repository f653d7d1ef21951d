package io.beadle.mongo;

import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;

/** Decrypts documents as they are read. What is written was encrypted before. */
final class OpeningCodec implements Codec<Document> {
    private final DocumentCodec codec = new DocumentCodec();
    private final SealedDocuments documents;

    OpeningCodec(SealedDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Document decode(BsonReader reader, DecoderContext context) {
        return documents.opened(codec.decode(reader, context));
    }

    @Override
    public void encode(BsonWriter writer, Document document, EncoderContext context) {
        codec.encode(writer, document, context);
    }

    @Override
    public Class<Document> getEncoderClass() {
        return Document.class;
    }
}
