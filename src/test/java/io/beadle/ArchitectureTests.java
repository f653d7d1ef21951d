package io.beadle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of the architecture: which module may use which, and which library lives where. */
@Alongside
class ArchitectureTests {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.beadle");

    @Test
    void modulesUseOnlyWhatTheyDeclareAndHaveNoCycles() {
        ApplicationModules.of(Beadle.class).verify();
    }

    @ParameterizedTest
    @CsvSource({
        "com.microsoft.bot.., io.beadle.teams..|io.beadle.bot",
        "com.microsoft.aad.., io.beadle.teams",
        "com.nimbusds.., io.beadle.teams",
        "org.springframework.security.., io.beadle.teams|io.beadle.incident.hash",
        "com.fasterxml.jackson.core.., io.beadle.teams",
        "com.fasterxml.jackson.databind.., io.beadle.teams",
        "org.apache.lucene.., io.beadle.knowledge.index",
        "com.github.difflib.., io.beadle.knowledge.index",
        "dev.langchain4j.., io.beadle.knowledge.index|io.beadle.knowledge.answer|io.beadle.knowledge.generation",
        "ai.onnxruntime.., io.beadle.knowledge.index",
        "org.apache.pdfbox.., io.beadle.knowledge.document|io.beadle.paper",
        "org.apache.poi.., io.beadle.knowledge.document|io.beadle.register.file",
        "org.apache.xmlbeans.., io.beadle.knowledge.document|io.beadle.register.file",
        "org.openxmlformats.., io.beadle.knowledge.document|io.beadle.register.file",
        "org.apache.commons.csv.., io.beadle.register.file",
        "org.knowm.., io.beadle.register.picture",
        "org.jsoup.., io.beadle.knowledge.document|io.beadle.bot.report.chat",
        "com.mongodb.., io.beadle..mongo",
        "org.bson.., io.beadle..mongo",
        "org.springframework.data.., io.beadle..mongo",
        "de.bwaldvogel.., io.beadle.mongo",
        "com.google.crypto.tink.., io.beadle.privacy",
        "com.networknt.., io.beadle.content",
        "de.focus_shift.., io.beadle.content",
        "org.springframework.mail.., io.beadle.mail",
        "jakarta.mail.., io.beadle.mail",
        "org.eclipse.angus.., io.beadle.mail",
        "com.samskivert.., io.beadle.reader",
    })
    void eachLibraryStaysInItsPackages(String library, String homes) {
        noClasses()
                .that()
                .resideOutsideOfPackages(homes.split("\\|"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void onlyTheOneHandlerOfTheBotModuleKnowsTheBotFramework() {
        noClasses()
                .that()
                .resideInAPackage("io.beadle.bot..")
                .and()
                .doNotHaveSimpleName("BeadleBot")
                .and(DescribedPredicate.not(DescribedPredicate.describe(
                        "nested in BeadleBot", type -> type.getName().startsWith("io.beadle.bot.BeadleBot$"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.microsoft.bot..")
                .allowEmptyShould(true)
                .check(MAIN);
    }

    /**
     * Whatever can reach out is made by these alone. Each has a test that it asks nobody but whom it is to ask: see the
     * README, "How it holds".
     */
    @ParameterizedTest
    @CsvSource({
        "java.net.http.HttpClient, TokenEndpoint|IdentityEndpoint|SigningKeys|PlatformCheck|Endpoint|TryCommand|RehearseCommand|ManagementPort",
        "java.net.http.HttpClient$Builder, TokenEndpoint|PlatformCheck|Endpoint|ManagementPort",
        "reactor.netty.http.client.HttpClient, Connector|TeamsDownloads|TeamsUploads|Webhook",
        "org.springframework.web.reactive.function.client.WebClient, Connector",
        "org.springframework.web.client.RestClient, nobody",
        "org.springframework.web.client.RestTemplate, nobody",
        "dev.langchain4j.http.client.HttpClient, Endpoint|Models|Models$Unbuilt",
        "com.microsoft.aad.msal4j.IHttpClient, TokenEndpoint|IdentityEndpoint|MsalCredentials|TeamsConfiguration",
        "com.nimbusds.jose.util.ResourceRetriever, nobody",
        "org.springframework.mail.javamail.JavaMailSenderImpl, MailConfiguration|MailConfiguration$WithServer|MailCheck",
        "java.net.URLConnection, nobody",
        "java.net.HttpURLConnection, nobody",
        "java.net.Socket, Playground",
        "java.nio.channels.SocketChannel, nobody",
        "org.jsoup.Connection, nobody",
        "javax.naming.InitialContext, nobody",
    })
    void onlyTheseReachOut(String client, String makers) {
        List<String> allowed = List.of(makers.split("\\|"));
        noClasses()
                .that(DescribedPredicate.describe(
                        "are not " + makers,
                        type -> allowed.stream()
                                .noneMatch(maker -> type.getName().endsWith("." + maker)
                                        || type.getName().contains("." + maker + "$"))))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(client)
                .check(MAIN);
    }

    @Test
    void nobodyOpensAnAddressBehindTheirBacks() {
        for (String opens : List.of("openStream", "openConnection", "getContent")) {
            noClasses().should().callMethod(java.net.URL.class, opens).check(MAIN);
        }
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "Jsoup.connect",
                        call -> call.getTargetOwner().getName().equals("org.jsoup.Jsoup")
                                && call.getName().equals("connect")))
                .check(MAIN);
    }

    @Test
    void nobodyReadsTheClockBehindTheInjectedOne() {
        for (Class<?> type : List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
            noClasses().should().callMethod(type, "now").check(MAIN);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(MAIN);
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "Clock.system…",
                        call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                && call.getName().startsWith("system")))
                .check(MAIN);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "Thread.sleep",
                        call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && call.getName().equals("sleep")))
                .check(MAIN);
    }

    @Test
    void onlyTheCommandLineWritesToStandardOutput() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.beadle.command")
                .should()
                .accessField(System.class, "out")
                .check(MAIN);
    }

    @Test
    void settingsComeAsRecordsAndDependenciesByConstructor() {
        noFields().should().beAnnotatedWith(Value.class).check(MAIN);
        noFields().should().beAnnotatedWith(Autowired.class).check(MAIN);
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that().areStatic().should().beFinal().check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() throws Exception {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java"))) {
            List<Path> unmarked = folders.filter(ArchitectureTests::hasSources)
                    .filter(folder -> !isNullMarked(folder))
                    .toList();
            org.assertj.core.api.Assertions.assertThat(unmarked)
                    .as("packages without @NullMarked")
                    .isEmpty();
        }
    }

    @Test
    void domainsImportNothingButTheJdk() {
        classes()
                .that()
                .resideInAnyPackage("io.beadle.incident", "io.beadle.people")
                .and()
                .areNotAnnotatedWith(org.springframework.modulith.ApplicationModule.class)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", "io.beadle.incident", "io.beadle.people", "io.beadle.content")
                .allowEmptyShould(true)
                .check(MAIN);
    }

    private static boolean hasSources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return Files.isDirectory(folder)
                    && files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static boolean isNullMarked(Path folder) {
        try {
            return Files.readString(folder.resolve("package-info.java")).contains(NullMarked.class.getSimpleName());
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
