package io.beadle.teams;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Where Teams keeps what people sent, on loopback: answers each path as it was told to, and 404 any other. */
public final class ScriptedFiles implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /** What is answered to a request. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private ScriptedFiles(HttpServer server) {
        this.server = server;
    }

    public static ScriptedFiles start() {
        try {
            ScriptedFiles files =
                    new ScriptedFiles(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            files.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            files.server.createContext("/", files::handle);
            files.server.start();
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** As {@link #url}, after scripting that path. */
    public String serve(String path, Answer answer) {
        answers.put(path, answer);
        return url(path);
    }

    public String serve(String path, byte[] content) {
        return serve(path, exchange -> {
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        });
    }

    public String refuse(String path, int status) {
        return serve(path, exchange -> exchange.sendResponseHeaders(status, -1));
    }

    /** Says how much there is and hangs up in the middle. */
    public String cutShort(String path) {
        return serve(path, exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        });
    }

    /** Says nothing until this server is closed. */
    public String silent(String path) {
        return serve(path, exchange -> end.await());
    }

    /** Sends without an end, and without saying how much. */
    public String endless(String path) {
        return serve(path, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[8_192];
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(part);
            }
        });
    }

    /** The requests so far: path, and {@code Authorization} behind a space if there was one. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(authorization == null ? path : path + " " + authorization);
        Answer answer = answers.getOrDefault(path, e -> e.sendResponseHeaders(404, -1));
        try (exchange) {
            answer.to(exchange);
        } catch (IOException | InterruptedException e) {
            // the other side has hung up, or this one has: closing is all there is to do
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
