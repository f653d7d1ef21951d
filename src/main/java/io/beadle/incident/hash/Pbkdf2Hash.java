package io.beadle.incident.hash;

import io.beadle.incident.SlowHash;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;

/** PBKDF2 with HMAC-SHA-256, 310,000 rounds and a salt of 16 bytes: what Spring Security takes for passwords. */
@Component
final class Pbkdf2Hash implements SlowHash {
    private final Pbkdf2PasswordEncoder encoder = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    @Override
    public String of(String secret) {
        return encoder.encode(secret);
    }

    @Override
    public boolean matches(String secret, String hash) {
        return encoder.matches(secret, hash);
    }
}
