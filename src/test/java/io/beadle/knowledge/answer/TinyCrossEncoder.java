package io.beadle.knowledge.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A cross-encoder of two nodes, as the bytes of an ONNX model: its score is the sum of the token numbers of question and
 * passage. The tokenizer gives every word the number 0 but one.
 */
final class TinyCrossEncoder {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_INTS = 7;

    private TinyCrossEncoder() {}

    /** Writes model and tokenizer of one that likes passages with this lower-case word. */
    static Path likes(String word, Path folder) throws IOException {
        Files.write(folder.resolve("model.onnx"), model());
        Files.writeString(folder.resolve("tokenizer.json"), """
                {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
                 "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
                 "post_processor": null, "decoder": null,
                 "model": {"type": "WordLevel", "vocab": {"[UNK]": 0, "%s": 1}, "unk_token": "[UNK]"}}
                """.formatted(word));
        return folder;
    }

    private static byte[] model() {
        Message cast = new Message()
                .text(1, "input_ids")
                .text(2, "numbers")
                .text(4, "Cast")
                .part(5, new Message().text(1, "to").number(3, FLOAT).number(20, ATTRIBUTE_INT));
        Message sum = new Message()
                .text(1, "numbers")
                .text(2, "logits")
                .text(4, "ReduceSum")
                .part(5, new Message().text(1, "axes").number(8, 1).number(20, ATTRIBUTE_INTS))
                .part(5, new Message().text(1, "keepdims").number(3, 1).number(20, ATTRIBUTE_INT));
        Message graph = new Message()
                .part(1, cast)
                .part(1, sum)
                .text(2, "tiny")
                .part(11, value("input_ids", INT64, "tokens"))
                .part(11, value("attention_mask", INT64, "tokens"))
                .part(12, value("logits", FLOAT, "one"));
        return new Message()
                .number(1, 7)
                .part(7, graph)
                .part(8, new Message().text(1, "").number(2, 11))
                .bytes();
    }

    private static Message value(String name, int type, String second) {
        Message shape = new Message().part(1, new Message().text(2, "texts")).part(1, new Message().text(2, second));
        Message tensor = new Message().number(1, type).part(2, shape);
        return new Message().text(1, name).part(2, new Message().part(1, tensor));
    }

    /** A protocol buffer, by field number. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return block(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message part(int field, Message value) {
            return block(field, value.bytes());
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private Message block(int field, byte[] value) {
            varint((field << 3) | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while (rest > 0x7f) {
                out.write((int) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
