package io.beadle.register;

import io.beadle.content.Messages;
import io.beadle.incident.Act;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Evidence;
import io.beadle.incident.Incident;
import io.beadle.people.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * All evidence of an incident as internal audit gets it: a ZIP with the files, a manifest of them, the custody log and the
 * list of hashes as {@code sha256sum -c} reads it. The files have names that say nothing and end in {@code .bin}, so that
 * none opens by being touched.
 */
@Component
public final class AuditPack {
    private final EvidenceRoom room;
    private final Formats formats;
    private final Messages messages;
    private final Times times;

    public AuditPack(EvidenceRoom room, Formats formats, Messages messages, ZoneId zone) {
        this.room = room;
        this.formats = formats;
        this.messages = messages;
        this.times = new Times(zone);
    }

    /**
     * Takes all of it out.
     *
     * @param to who gets it: the custody log names them
     * @throws io.beadle.incident.QuarantinedException while nobody may open it
     */
    public byte[] of(Incident incident, Person to, Instant now) {
        List<EvidenceRoom.Opened> opened = room.of(incident).stream()
                .flatMap(file -> room.open(incident, file.id(), to, Opening.Purpose.HANDED_OVER, "", now).stream())
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "manifest.csv", formats.commaSeparated(List.of(manifest(opened))), now);
            put(zip, "custody.csv", formats.commaSeparated(List.of(custody(incident, opened))), now);
            put(zip, "sha256sums.txt", sums(opened).getBytes(StandardCharsets.UTF_8), now);
            for (int i = 0; i < opened.size(); i++) {
                Optional<byte[]> content = opened.get(i).content();
                if (content.isPresent()) {
                    put(zip, name(i), content.get(), now);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content, Instant now) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(now.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static String name(int index) {
        return "files/%03d.bin".formatted(index + 1);
    }

    private Table manifest(List<EvidenceRoom.Opened> opened) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            Evidence file = opened.get(i).evidence();
            rows.add(List.of(
                    name(i),
                    file.name(),
                    file.type().name(),
                    String.valueOf(file.bytes()),
                    file.sha256(),
                    times.sorted(file.sent()),
                    file.sender().name(),
                    messages.text(opened.get(i).isIntact() ? "custody.intact" : "custody.changed")));
        }
        return table("manifest", List.of("file", "called", "type", "bytes", "sha256", "sent", "sender", "state"), rows);
    }

    /** What Beadle logged itself, and what people recorded of things that Beadle does not hold. */
    private Table custody(Incident incident, List<EvidenceRoom.Opened> opened) {
        List<String> ids = opened.stream().map(file -> file.evidence().id()).toList();
        List<List<String>> rows = new ArrayList<>();
        for (Opening line : room.log(incident)) {
            int index = ids.indexOf(line.evidence());
            rows.add(List.of(
                    times.sorted(line.at()),
                    line.by().name(),
                    messages.text("custody."
                            + line.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    index < 0 ? line.evidence() : name(index),
                    line.why(),
                    messages.text(line.intact() ? "custody.intact" : "custody.changed")));
        }
        for (Act act : new CaseFile(incident).all("custody")) {
            rows.add(List.of(
                    times.sorted(act.at()),
                    act.by().name(),
                    shown(act, "what"),
                    shown(act, "item"),
                    shown(act, "reason"),
                    shown(act, "where")));
        }
        rows.sort((a, b) -> a.getFirst().compareTo(b.getFirst()));
        return table("custody", List.of("at", "by", "what", "item", "why", "state"), rows);
    }

    private static String shown(Act act, String field) {
        return act.answers().stream()
                .filter(answer -> answer.question().equals(field))
                .map(Answer::shown)
                .findFirst()
                .orElse("");
    }

    private Table table(String title, List<String> columns, List<List<String>> rows) {
        return new Table(
                messages.text("custody.title." + title),
                columns.stream()
                        .map(column -> new Table.Column(messages.text("custody.column." + column), false))
                        .toList(),
                rows,
                "");
    }

    private static String sums(List<EvidenceRoom.Opened> opened) {
        StringBuilder sums = new StringBuilder();
        for (int i = 0; i < opened.size(); i++) {
            if (opened.get(i).isIntact()) {
                sums.append(opened.get(i).evidence().sha256())
                        .append("  ")
                        .append(name(i))
                        .append('\n');
            }
        }
        return sums.toString();
    }
}
