package io.beadle.teams;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs between Microsoft's clouds, beside the two addresses in {@link TeamsSettings}, and whose activities come in.
 *
 * @param issuer who issues inbound tokens; null for whom the metadata names, which every cloud's does
 * @param scope what outbound tokens are asked for
 * @param allowedTenants further Entra tenants whose people may talk to Beadle, beside {@code tenant-id}
 */
@ConfigurationProperties("beadle.teams")
record CloudSettings(
        @Nullable String issuer,

        @DefaultValue("https://api.botframework.com/.default")
        String scope,

        @DefaultValue Set<String> allowedTenants) {
    private static final String ALL_OF_IT = "/.default";

    CloudSettings {
        issuer = issuer == null || issuer.isBlank() ? null : issuer;
        if (!scope.startsWith("https://") || !scope.endsWith(ALL_OF_IT)) {
            throw new IllegalArgumentException("beadle.teams.scope must be a resource with " + ALL_OF_IT
                    + " behind it, such as https://api.botframework.us/.default: it is " + scope);
        }
        allowedTenants = allowedTenants.stream()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a managed identity asks for, who knows no scopes. */
    String resource() {
        return scope.substring(0, scope.length() - ALL_OF_IT.length());
    }

    /** All tenants whose activities may come in. */
    Set<String> tenants(String own) {
        return Stream.concat(Stream.of(own), allowedTenants.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
