package io.beadle;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/**
 * All that is logged while it is open, with Beadle's own loggers at DEBUG and the others at INFO: each event as a plain line with
 * its whole stack trace, and as structured JSON.
 */
public final class CapturedLog implements AutoCloseable {
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger own = context.getLogger("io.beadle");
    private final Level rootBefore = root.getLevel();
    private final Level ownBefore = own.getLevel();
    private final Queue<String> written = new ConcurrentLinkedQueue<>();
    private final List<Encoder<ILoggingEvent>> encoders;
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            encoders.forEach(encoder -> written.add(new String(encoder.encode(event), StandardCharsets.UTF_8)));
        }
    };

    public CapturedLog(Environment environment) {
        context.putObject(Environment.class.getName(), environment);
        encoders = List.of(plain(), structured("ecs"), structured("logstash"), structured("gelf"));
        root.setLevel(Level.INFO);
        own.setLevel(Level.DEBUG);
        appender.setContext(context);
        appender.start();
        root.addAppender(appender);
    }

    /** What was logged in which one of these stands, in whatever case. */
    public List<String> having(String... wanted) {
        return written.stream()
                .filter(line -> Stream.of(wanted).anyMatch(each -> Markers.isIn(line, each)))
                .toList();
    }

    public int size() {
        return written.size();
    }

    private Encoder<ILoggingEvent> plain() {
        PatternLayoutEncoder plain = new PatternLayoutEncoder();
        plain.setContext(context);
        plain.setPattern("%date %level %thread %logger %mdc %kvp %marker %msg%n%ex{full}");
        plain.start();
        return plain;
    }

    private Encoder<ILoggingEvent> structured(String format) {
        StructuredLogEncoder structured = new StructuredLogEncoder();
        structured.setContext(context);
        structured.setFormat(format);
        structured.setCharset(StandardCharsets.UTF_8);
        structured.start();
        return structured;
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
        root.setLevel(rootBefore);
        own.setLevel(ownBefore);
    }
}
