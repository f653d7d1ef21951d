package io.beadle.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TinkCipherTests {
    private final Cipher cipher = TestCiphers.newCipher();

    @Test
    void whatManyTurnsEncryptAtOnceIsReadByAnyOtherThreadInItsContextAlone() throws Exception {
        try (ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> encrypted = IntStream.range(0, 200)
                    .mapToObj(n -> turns.submit(() -> cipher.encrypt(("on the bus " + n).getBytes(UTF_8), "a")))
                    .toList();
            for (int n = 0; n < encrypted.size(); n++) {
                byte[] bytes = encrypted.get(n).get();
                assertThat(new String(cipher.decrypt(bytes, "a"), UTF_8)).isEqualTo("on the bus " + n);
                assertThatThrownBy(() -> cipher.decrypt(bytes, "b")).isInstanceOf(UndecipherableException.class);
            }
        }
    }
}
