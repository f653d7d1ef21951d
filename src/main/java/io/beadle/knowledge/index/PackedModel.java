package io.beadle.knowledge.index;

import dev.langchain4j.model.embedding.onnx.PoolingMode;

/** The models in use, each with the words it was trained to have in front of a text, and what its judgement counts. */
enum PackedModel {
    BGE("bge-small-en-v1.5-q", PoolingMode.CLS, "Represent this sentence for searching relevant passages: ", "", 0.6),
    E5("e5-small-v2-q", PoolingMode.MEAN, "query: ", "passage: ", 0.4);

    private final String file;
    private final PoolingMode pooling;
    private final String queryPrefix;
    private final String textPrefix;
    private final double share;

    PackedModel(String file, PoolingMode pooling, String queryPrefix, String textPrefix, double share) {
        this.file = file;
        this.pooling = pooling;
        this.queryPrefix = queryPrefix;
        this.textPrefix = textPrefix;
        this.share = share;
    }

    String file() {
        return file;
    }

    PoolingMode pooling() {
        return pooling;
    }

    String queryPrefix() {
        return queryPrefix;
    }

    String textPrefix() {
        return textPrefix;
    }

    /** Of a cosine; those of all models add up to 1. */
    double share() {
        return share;
    }
}
