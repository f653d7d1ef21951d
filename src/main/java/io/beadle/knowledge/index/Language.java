package io.beadle.knowledge.index;

import java.util.concurrent.CompletableFuture;

/** What an index needs to understand a question; the big ones are loaded beside the index. */
record Language(CompletableFuture<Embedder> embedder, CompletableFuture<Spelling> spelling, Thesaurus thesaurus) {}
