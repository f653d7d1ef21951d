package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;

/** What stands around a passage in its document. */
final class Section {
    private Section() {}

    /**
     * The unbroken run of passages with the same heading that the passage is in: a heading may come again further on. The
     * passages of a document are added in one block, which keeps its order through every merge.
     */
    static List<Passage> around(Passage passage, IndexSearcher searcher) throws IOException {
        Query document = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.FILE, passage.document())), Occur.FILTER)
                .add(NumericDocValuesField.newSlowExactQuery(Fields.CLAUSE, Fields.WHOLE), Occur.FILTER)
                .build();
        List<Passage> run = new ArrayList<>();
        boolean found = false;
        int most = Math.max(1, searcher.getIndexReader().maxDoc());
        for (ScoreDoc hit : searcher.search(document, most, Sort.INDEXORDER).scoreDocs) {
            Passage next = Fields.toPassage(searcher.storedFields().document(hit.doc));
            if (!run.isEmpty() && !Objects.equals(run.getLast().heading(), next.heading())) {
                if (found) {
                    return run;
                }
                run.clear();
            }
            run.add(next);
            found |= next.id().equals(passage.id());
        }
        return found ? run : List.of();
    }
}
