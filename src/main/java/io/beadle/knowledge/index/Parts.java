package io.beadle.knowledge.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.VectorUtil;

/**
 * Which Lucene document is which part of which passage. An index is one segment, in which a passage is followed by its
 * sentences.
 */
final class Parts {
    private final LeafReader leaf;
    /** By Lucene document: the number of the passage, -1 for what is no part of one. */
    private final int[] numbers;
    /** By Lucene document. */
    private final int[] clauses;
    /** By passage number: its Lucene document. */
    private final int[] documents;

    private Parts(LeafReader leaf, int[] numbers, int[] clauses, int[] documents) {
        this.leaf = leaf;
        this.numbers = numbers;
        this.clauses = clauses;
        this.documents = documents;
    }

    static Parts of(DirectoryReader reader) throws IOException {
        LeafReader leaf = reader.leaves().getFirst().reader();
        int[] numbers = new int[leaf.maxDoc()];
        int[] clauses = new int[leaf.maxDoc()];
        int[] documents = new int[leaf.maxDoc()];
        Arrays.fill(numbers, -1);
        int passages = 0;
        NumericDocValues number = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf, Fields.NUMBER));
        NumericDocValues clause = DocValues.getNumeric(leaf, Fields.CLAUSE);
        for (int i = clause.nextDoc(); i != DocIdSetIterator.NO_MORE_DOCS; i = clause.nextDoc()) {
            clauses[i] = (int) clause.longValue();
            if (number.advanceExact(i)) {
                numbers[i] = (int) number.longValue();
            }
            if (clauses[i] == Fields.WHOLE) {
                documents[numbers[i]] = i;
                passages++;
            }
        }
        return new Parts(leaf, numbers, clauses, Arrays.copyOf(documents, passages));
    }

    int passages() {
        return documents.length;
    }

    int number(int document) {
        return numbers[document];
    }

    int document(int passage) {
        return documents[passage];
    }

    /** Tells every candidate how near it and its sentences are to the question. */
    void measure(float[] question, Map<Integer, Fit> candidates) throws IOException {
        FloatVectorValues vectors = leaf.getFloatVectorValues(Fields.VECTOR);
        KnnVectorValues.DocIndexIterator iterator = vectors.iterator();
        for (Map.Entry<Integer, Fit> candidate : new TreeMap<>(candidates).entrySet()) {
            int number = candidate.getKey();
            int first = documents[number];
            int i = iterator.docID() == first ? first : iterator.advance(first);
            for (; i < numbers.length && numbers[i] == number; i = iterator.nextDoc()) {
                candidate
                        .getValue()
                        .meaning(clauses[i], VectorUtil.dotProduct(question, vectors.vectorValue(iterator.index())));
            }
        }
    }
}
