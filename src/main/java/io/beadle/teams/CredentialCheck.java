package io.beadle.teams;

import static java.util.Objects.requireNonNullElse;

import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether Beadle is registered, can get a token, and how long its secret or certificate is good for. */
@Component
final class CredentialCheck implements SelfCheck {
    /** Long enough to get a new one out of any council's change board. */
    private static final long WARNS_DAYS = 60;

    private static final Duration TOKEN_WITHIN = Duration.ofSeconds(10);
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final String CREDENTIAL = "selftest.credential";

    private final TeamsSettings settings;
    private final Credentials credentials;

    CredentialCheck(TeamsSettings settings, Credentials credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    @Override
    public String about() {
        return "selftest.token";
    }

    @Override
    public List<Finding> look(Instant now) {
        if (settings.local()) {
            return List.of(Finding.ok("selftest.registration", "selftest.registration.local"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(registration());
        findings.add(token());
        findings.add(
                settings.managedIdentity() ? Finding.ok(CREDENTIAL, "selftest.credential.identity") : credential(now));
        if (credentials instanceof RotatingCredentials rotating) {
            Optional.ofNullable(rotating.trouble())
                    .ifPresent(why -> findings.add(Finding.failed(
                            CREDENTIAL, "selftest.credential.refused", ClientCredential.named(settings), why)));
        }
        return findings;
    }

    private Finding registration() {
        return List.of("app-id", "tenant-id").stream()
                .filter(name -> !ID.matcher(name.equals("app-id") ? id(settings.appId()) : id(settings.tenantId()))
                        .matches())
                .findFirst()
                .map(name -> Finding.warning("selftest.registration", "selftest.registration.odd", name))
                .orElseGet(() -> Finding.ok("selftest.registration", "selftest.registration.there"));
    }

    private static String id(@Nullable String id) {
        return requireNonNullElse(id, "");
    }

    private Finding token() {
        try {
            credentials.fresh(TOKEN_WITHIN);
            return Finding.ok("selftest.token", "selftest.token.got");
        } catch (DeliveryException e) {
            return Finding.failed("selftest.token", "selftest.token.none", e.code());
        }
    }

    private Finding credential(Instant now) {
        Optional<Instant> expires =
                credentials instanceof RotatingCredentials rotating ? rotating.expires() : Optional.empty();
        if (expires.isEmpty()) {
            return Finding.warning(CREDENTIAL, "selftest.credential.unknown");
        }
        LocalDate last = LocalDate.ofInstant(expires.get(), ZoneOffset.UTC);
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, ZoneOffset.UTC), last);
        String day = DAY.format(last);
        if (!expires.get().isAfter(now)) {
            return Finding.failed(CREDENTIAL, "selftest.credential.expired", day);
        }
        return days <= WARNS_DAYS
                ? Finding.warning(CREDENTIAL, "selftest.credential.soon", days, day)
                : Finding.ok(CREDENTIAL, "selftest.credential.good", days, day);
    }
}
