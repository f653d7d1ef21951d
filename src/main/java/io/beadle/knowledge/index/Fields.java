package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Policy;
import java.util.StringJoiner;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
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
    static final String KIND = "kind";
    static final String ID = "id";
    static final String FILE = "file";
    static final String TEXT = "text";
    static final String VECTOR = "vector";
    static final String CLAUSE = "clause";
    static final String JSON = "json";

    static final String PASSAGE_KIND = "passage";
    static final String SENTENCE_KIND = "sentence";
    static final String POLICY_KIND = "policy";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Fields() {}

    static Document passage(Passage passage, float[] vector) {
        Document document = new Document();
        document.add(new StringField(KIND, PASSAGE_KIND, Field.Store.YES));
        document.add(new StringField(ID, passage.id(), Field.Store.YES));
        document.add(new StringField(FILE, passage.document(), Field.Store.NO));
        document.add(new TextField(TEXT, inContext(passage), Field.Store.NO));
        document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        document.add(new StoredField(JSON, MAPPER.writeValueAsString(passage)));
        return document;
    }

    /** @param clause which of the passage's clauses it is from, from 0 */
    static Document sentence(Passage passage, int clause, float[] vector) {
        Document document = new Document();
        document.add(new StringField(KIND, SENTENCE_KIND, Field.Store.YES));
        document.add(new StringField(ID, passage.id(), Field.Store.YES));
        document.add(new StringField(FILE, passage.document(), Field.Store.NO));
        document.add(new StoredField(CLAUSE, clause));
        document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    static Document policy(Policy policy) {
        Document document = new Document();
        document.add(new StringField(KIND, POLICY_KIND, Field.Store.YES));
        document.add(new StoredField(JSON, MAPPER.writeValueAsString(policy)));
        return document;
    }

    static Passage toPassage(Document document) {
        return MAPPER.readValue(document.get(JSON), Passage.class);
    }

    static Policy toPolicy(Document document) {
        return MAPPER.readValue(document.get(JSON), Policy.class);
    }

    /** A passage as it is read: under its title and heading. */
    static String inContext(Passage passage) {
        StringJoiner text = new StringJoiner("\n");
        if (!passage.text().startsWith(passage.title())) {
            text.add(passage.title());
        }
        if (passage.heading() != null) {
            text.add(passage.heading());
        }
        return text.add(passage.text()).toString();
    }
}
