package io.beadle.knowledge.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    /** By passage number: its Lucene document, -1 for a number that is left out. */
    private final int[] documents;

    private final int passages;

    private Parts(LeafReader leaf, int[] numbers, int[] clauses, int[] documents, int passages) {
        this.leaf = leaf;
        this.numbers = numbers;
        this.clauses = clauses;
        this.documents = documents;
        this.passages = passages;
    }

    static Parts of(DirectoryReader reader) throws IOException {
        LeafReader leaf = reader.leaves().getFirst().reader();
        int[] numbers = new int[leaf.maxDoc()];
        int[] clauses = new int[leaf.maxDoc()];
        int[] documents = new int[Catalogue.numbers(reader)];
        Arrays.fill(numbers, -1);
        Arrays.fill(documents, -1);
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
        return new Parts(leaf, numbers, clauses, documents, passages);
    }

    int passages() {
        return passages;
    }

    int number(int document) {
        return numbers[document];
    }

    int document(int passage) {
        return documents[passage];
    }

    /** Tells every candidate how near it and its sentences are to the question. */
    void measure(float[] question, Map<Integer, Fit> candidates) throws IOException {
        if (candidates.isEmpty()) {
            return;
        }
        FloatVectorValues vectors = leaf.getFloatVectorValues(Fields.VECTOR);
        KnnVectorValues.DocIndexIterator iterator = vectors.iterator();
        List<Map.Entry<Integer, Fit>> inOrder = candidates.entrySet().stream()
                .sorted(Comparator.comparingInt(candidate -> documents[candidate.getKey()]))
                .toList();
        for (Map.Entry<Integer, Fit> candidate : inOrder) {
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
