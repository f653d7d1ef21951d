package io.beadle.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Written after the MongoDB 7 manual, "Explain Results"; there was no server to record them from. */
class ExplainedTests {
    @Test
    void aFindByAnIndexSaysWhichAndHowManyDocumentsItLookedAt() {
        Explained explained = Explained.of(Document.parse("""
                {explainVersion: "1", queryPlanner: {namespace: "beadle.incidents",
                  winningPlan: {stage: "LIMIT", limitAmount: 200, inputStage: {stage: "FETCH",
                    filter: {exercise: {$eq: false}},
                    inputStage: {stage: "IXSCAN", keyPattern: {outboxDue: 1}, indexName: "outboxDue_1", isSparse: true}}},
                  rejectedPlans: [{stage: "COLLSCAN"}]},
                 executionStats: {executionSuccess: true, nReturned: 3, totalKeysExamined: 5, totalDocsExamined: 4}, ok: 1}"""));
        assertThat(explained.stages()).containsExactly("LIMIT", "FETCH", "IXSCAN");
        assertThat(explained.indexes()).containsExactly("outboxDue_1");
        assertThat(explained.examined()).isEqualTo(4);
        assertThat(explained.returned()).isEqualTo(3);
        assertThat(explained.isScan()).isFalse();
    }

    @Test
    void ofTheSlotBasedEngineThePlanInStagesCounts() {
        Explained explained = Explained.of(Document.parse("""
                {explainVersion: "2", queryPlanner: {
                  winningPlan: {queryPlan: {stage: "COLLSCAN", planNodeId: 1, filter: {severity: {$eq: "HIGH"}}, direction: "forward"},
                                slotBasedPlan: {slots: "$$RESULT=s5", stages: "[1] filter {…} [1] scan s5"}}},
                 executionStats: {nReturned: 10, totalDocsExamined: 100000}, ok: 1}"""));
        assertThat(explained.stages()).containsExactly("COLLSCAN");
        assertThat(explained.isScan()).isTrue();
        assertThat(explained.examined()).isEqualTo(100_000);
    }

    @Test
    void everyBranchOfAnOrIsRead() {
        Explained explained = Explained.of(Document.parse("""
                {queryPlanner: {winningPlan: {stage: "SUBPLAN", inputStage: {stage: "FETCH", inputStage: {stage: "OR", inputStages: [
                  {stage: "IXSCAN", indexName: "report.reporter.id_1"}, {stage: "IXSCAN", indexName: "draft_1"}]}}}},
                 executionStats: {nReturned: 2, totalDocsExamined: 2}}"""));
        assertThat(explained.indexes()).containsExactly("report.reporter.id_1", "draft_1");
        assertThat(explained.stages()).contains("OR").doesNotContain("COLLSCAN");
    }

    @Test
    void aCountIsAnAggregateWhosePlanIsInItsFirstStage() {
        Explained explained = Explained.of(Document.parse("""
                {stages: [{$cursor: {queryPlanner: {winningPlan: {stage: "PROJECTION_COVERED",
                    inputStage: {stage: "IXSCAN", indexName: "tooFew_1"}}},
                  executionStats: {nReturned: 1, totalDocsExamined: 0}}}, {$group: {_id: {$const: 1}}, nReturned: 1}], ok: 1}"""));
        assertThat(explained.indexes()).containsExactly("tooFew_1");
        assertThat(explained.returned()).isEqualTo(1);
    }

    @Test
    void whatHasNoPlanIsRefused() {
        assertThatThrownBy(() -> Explained.of(new Document("ok", 1))).hasMessage("No plan in it");
    }

    @Test
    void aCommandIsExplainedWithoutWhatBelongsToItsConnection() {
        BsonDocument find = BsonDocument.parse(
                "{find: 'incidents', filter: {flags: 'account'}, $db: 'beadle', lsid: {id: 1}, $clusterTime: {}}");
        assertThat(Commands.explaining(find).toJson())
                .isEqualTo("{\"explain\": {\"find\": \"incidents\", \"filter\": {\"flags\": \"account\"}},"
                        + " \"verbosity\": \"executionStats\"}");
        assertThat(find).containsKey("lsid");
    }
}
