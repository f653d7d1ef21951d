package io.beadle.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Why a letter was not taken, found in the tangle of exceptions that tells of it. */
final class Refusal {
    /** Beadle's account or encryption is at fault, and not the letter (RFC 4954, 6; RFC 3207, 4). */
    private static final Set<Integer> OF_ACCESS = Set.of(530, 534, 535, 538);

    private Refusal() {}

    /**
     * A reply of 5xx to the letter itself is final; a server that cannot be reached, breaks off or refuses Beadle's password
     * is somebody's to mend. Where one address is refused for good and another for now, sending the same again is of no use.
     */
    static MailRefusedException of(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return new MailRefusedException(0, false, "AuthenticationFailed");
        }
        OptionalInt code = causes(failure).stream()
                .map(Refusal::code)
                .flatMapToInt(OptionalInt::stream)
                .filter(reply -> reply >= 400)
                .max();
        if (code.isPresent()) {
            int reply = code.getAsInt();
            return new MailRefusedException(reply, reply >= 500 && !OF_ACCESS.contains(reply), "by the mail server");
        }
        return new MailRefusedException(0, false, "NoAnswer");
    }

    private static OptionalInt code(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> OptionalInt.of(address.getReturnCode());
            case SMTPSenderFailedException sender -> OptionalInt.of(sender.getReturnCode());
            case SMTPSendFailedException send -> OptionalInt.of(send.getReturnCode());
            default -> OptionalInt.empty();
        };
    }

    /** The failure and all behind it: Spring keeps one a message, and Jakarta Mail a chain of its own beside the causes. */
    private static Set<Throwable> causes(Throwable failure) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> next = new ArrayDeque<>(Set.of(failure));
        while (!next.isEmpty()) {
            Throwable one = next.pop();
            if (all.add(one)) {
                behind(one).forEach(next::push);
            }
        }
        return all;
    }

    private static Stream<Throwable> behind(Throwable failure) {
        Stream<Throwable> own = switch (failure) {
            case MailSendException sending -> Arrays.stream(sending.getMessageExceptions());
            case MessagingException chained -> Stream.ofNullable(chained.getNextException());
            default -> Stream.empty();
        };
        return Stream.concat(own, Stream.ofNullable(failure.getCause()));
    }
}
