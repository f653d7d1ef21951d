package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;
import java.util.StringJoiner;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in the index: one document for each passage, one for each of its sentences, one for each policy. Passages and
 * sentences have their vectors in one field, so that one search finds both.
 */
final class Fields {
    /** Of passages: its id. */
    static final String ID = "id";
    /** Of passages and sentences: the number of the passage in this index; numbers of documents that are gone are left out. */
    static final String NUMBER = "number";
    /** Of passages {@link #WHOLE}; of sentences which clause of the passage it is from, from 0. */
    static final String CLAUSE = "clause";
    /** Of all: the document's file name. */
    static final String FILE = "file";

    static final String TEXT = "text";
    /** The words of the text as they are written, but for capitals. */
    static final String SPELT = "spelt";

    static final String VECTOR = "vector";
    static final String PASSAGE = "passage";
    static final String POLICY = "policy";

    static final int WHOLE = -1;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Fields() {}

    static Document part(Passage passage, int number, int clause, float[] vector) {
        Document document = new Document();
        document.add(new StringField(FILE, passage.document(), Field.Store.NO));
        document.add(new IntField(NUMBER, number, Field.Store.NO));
        document.add(new NumericDocValuesField(CLAUSE, clause));
        document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        if (clause == WHOLE) {
            document.add(new StringField(ID, passage.id(), Field.Store.NO));
            document.add(new TextField(TEXT, inContext(passage, passage.text()), Field.Store.NO));
            document.add(new TextField(SPELT, inContext(passage, passage.text()), Field.Store.NO));
            document.add(new StoredField(PASSAGE, MAPPER.writeValueAsString(passage)));
        }
        return document;
    }

    static Document policy(IndexedDocument policy) {
        Document document = new Document();
        document.add(new StringField(POLICY, "", Field.Store.NO));
        document.add(new StringField(FILE, policy.file(), Field.Store.NO));
        document.add(new StoredField(POLICY, MAPPER.writeValueAsString(policy)));
        return document;
    }

    static boolean isPassage(Document document) {
        return document.getField(PASSAGE) != null;
    }

    static Passage toPassage(Document document) {
        return MAPPER.readValue(document.get(PASSAGE), Passage.class);
    }

    static IndexedDocument toIndexed(Document document) {
        return MAPPER.readValue(document.get(POLICY), IndexedDocument.class);
    }

    /** A text as it is read in its document: under title and heading. */
    static String inContext(Passage passage, String text) {
        StringJoiner context = new StringJoiner(". ", "", "\n" + text).add(passage.title());
        if (passage.heading() != null) {
            context.add(passage.heading());
        }
        return context.toString();
    }
}
