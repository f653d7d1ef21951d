package io.beadle.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A mail server on loopback that takes every letter, but does to some addresses what it is told to. */
final class ScriptedMailServer implements AutoCloseable {
    private static final ServerSetup ANY_PORT =
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).setVerbose(false);

    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable String hangs;
    private volatile @Nullable String drops;
    private final GreenMail server;

    ScriptedMailServer() {
        server = new GreenMail(ANY_PORT) {
            @Override
            protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
                return Map.of(ServerSetup.PROTOCOL_SMTP, new Smtp(setups[0], scripted(managers)));
            }
        };
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** What came in, in order. */
    MimeMessage[] received() {
        return server.getReceivedMessages();
    }

    /** Answers this to every letter for that address. */
    void refuse(String address, String reply) {
        replies.put(address, reply);
    }

    /** Never answers when that address is named. */
    void hangAt(String address) {
        hangs = address;
    }

    /** Breaks the connection off when that address is named. */
    void dropAt(String address) {
        drops = address;
    }

    private Managers scripted(Managers managers) {
        SmtpManager scripted = new SmtpManager(managers.getImapHostManager(), managers.getUserManager()) {
            @Override
            public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
                return ScriptedMailServer.this.reply(recipient.getEmail());
            }
        };
        return new Managers() {
            @Override
            public SmtpManager getSmtpManager() {
                return scripted;
            }
        };
    }

    private @Nullable String reply(String address) {
        if (address.equals(drops)) {
            connections.forEach(ScriptedMailServer::close);
        }
        if (address.equals(hangs)) {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return replies.get(address);
    }

    private static void close(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop();
    }

    private final class Smtp extends SmtpServer {
        Smtp(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket connection) {
            connections.add(connection);
            return super.createProtocolHandler(connection);
        }
    }
}
