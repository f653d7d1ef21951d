package io.beadle.knowledge.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;

/** Which Lucene document is which part of which passage. A passage is followed by its sentences, in the same segment. */
final class Parts {
    private final List<LeafReaderContext> segments;
    /** By Lucene document: the number of the passage, -1 for what is no part of one, or deleted. */
    private final int[] numbers;
    /** By Lucene document. */
    private final int[] clauses;
    /** By passage number: its Lucene document, -1 for a number that is left out. */
    private final int[] documents;

    private final int passages;

    private Parts(List<LeafReaderContext> segments, int[] numbers, int[] clauses, int[] documents, int passages) {
        this.segments = segments;
        this.numbers = numbers;
        this.clauses = clauses;
        this.documents = documents;
        this.passages = passages;
    }

    static Parts of(DirectoryReader reader) throws IOException {
        int[] numbers = new int[reader.maxDoc()];
        int[] clauses = new int[reader.maxDoc()];
        int[] documents = new int[Catalogue.numbers(reader)];
        Arrays.fill(numbers, -1);
        Arrays.fill(documents, -1);
        int passages = 0;
        for (LeafReaderContext segment : reader.leaves()) {
            LeafReader leaf = segment.reader();
            Bits live = leaf.getLiveDocs();
            NumericDocValues number = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf, Fields.NUMBER));
            NumericDocValues clause = DocValues.getNumeric(leaf, Fields.CLAUSE);
            for (int i = clause.nextDoc(); i != DocIdSetIterator.NO_MORE_DOCS; i = clause.nextDoc()) {
                if ((live != null && !live.get(i)) || !number.advanceExact(i)) {
                    continue;
                }
                int document = segment.docBase + i;
                clauses[document] = (int) clause.longValue();
                numbers[document] = (int) number.longValue();
                if (clauses[document] == Fields.WHOLE) {
                    documents[numbers[document]] = document;
                    passages++;
                }
            }
        }
        return new Parts(reader.leaves(), numbers, clauses, documents, passages);
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
        Map<LeafReaderContext, List<Map.Entry<Integer, Fit>>> bySegment = candidates.entrySet().stream()
                .sorted(Comparator.comparingInt(candidate -> documents[candidate.getKey()]))
                .collect(Collectors.groupingBy(
                        candidate -> segments.get(ReaderUtil.subIndex(documents[candidate.getKey()], segments))));
        for (Map.Entry<LeafReaderContext, List<Map.Entry<Integer, Fit>>> some : bySegment.entrySet()) {
            int base = some.getKey().docBase;
            FloatVectorValues vectors = some.getKey().reader().getFloatVectorValues(Fields.VECTOR);
            KnnVectorValues.DocIndexIterator iterator = vectors.iterator();
            for (Map.Entry<Integer, Fit> candidate : some.getValue()) {
                int number = candidate.getKey();
                int first = documents[number] - base;
                int i = iterator.docID() == first ? first : iterator.advance(first);
                for (; i != DocIdSetIterator.NO_MORE_DOCS && numbers[base + i] == number; i = iterator.nextDoc()) {
                    float near = VectorUtil.dotProduct(question, vectors.vectorValue(iterator.index()));
                    candidate.getValue().meaning(clauses[base + i], near);
                }
            }
        }
    }
}
