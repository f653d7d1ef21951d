package io.beadle.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of what a run measures. */
final class Versions {
    private static final Pattern JAR = Pattern.compile(
            "(bot-integration-core|lucene-core|langchain4j|langchain4j-community-lucene|reactor-netty-http|spring-webflux)-(\\d.*)\\.jar");

    private Versions() {}

    static Map<String, String> measured() throws IOException, InterruptedException {
        Map<String, String> versions = new TreeMap<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Matcher jar = JAR.matcher(new File(entry).getName());
            if (jar.matches()) {
                versions.put(jar.group(1), jar.group(2));
            }
        }
        JsonNode peers = new ObjectMapper()
                .readTree(Server.PEERS.resolve("package.json").toFile())
                .path("dependencies");
        peers.fields()
                .forEachRemaining(
                        peer -> versions.put(peer.getKey(), peer.getValue().asText()));
        versions.put("node", said("node", "--version"));
        versions.put("beadle", said("git", "describe", "--always", "--dirty"));
        return versions;
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("").toAbsolutePath().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? said : "unknown";
    }
}
