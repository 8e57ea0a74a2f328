package org.sellmeapen;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.signin.Recognised;
import org.sellmeapen.tenancy.SignedIn;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Lets the description say what is on the wire: names as Jackson writes them, one schema a record even where two
 * records share a name, and required whatever the record does not call nullable.
 */
@TestConfiguration
class ApiDescription {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedIn.class, Recognised.class);
    }

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Bean
    ModelResolver wireNames() {
        var mapper = Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper, new OneNameEach()).openapi31(true);
    }

    @Bean
    OpenApiCustomizer requiredAsDeclared() {
        return this::require;
    }

    /** How one is let in, and what every refusal looks like. */
    @Bean
    OpenApiCustomizer doorsAndRefusals() {
        return api -> {
            api.getComponents()
                    .addSecuritySchemes(
                            "session",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.APIKEY)
                                    .in(SecurityScheme.In.COOKIE)
                                    .name("__Host-session")
                                    .description("Set by sign-in; changes also need the X-CSRF-Token header."))
                    .addSecuritySchemes(
                            "token",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .description("An API token."))
                    .addSchemas("Problem", problem());
            api.security(
                    List.of(new SecurityRequirement().addList("session"), new SecurityRequirement().addList("token")));
            ApiResponse refusal = new ApiResponse()
                    .description("A refusal; problems.md lists the codes")
                    .content(new Content()
                            .addMediaType(
                                    "application/problem+json",
                                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().addApiResponse("default", refusal));
        };
    }

    private static Schema<?> problem() {
        Schema<Object> schema = new Schema<>();
        schema.addType("object");
        for (String name : List.of("type", "title", "detail", "instance", "code", "request_id")) {
            Schema<Object> text = new Schema<>();
            text.addType("string");
            schema.addProperty(name, text);
        }
        new TreeMap<>(Map.of(
                        "field", "which value cannot be taken",
                        "host", "what nothing may leave for yet, as allow_hosts takes it",
                        "purpose", "what nothing may leave there for yet",
                        "provider", "who is asked at that host",
                        "model", "which of its models"))
                .forEach((name, meaning) -> {
                    Schema<Object> fact = new Schema<>();
                    fact.addType("string");
                    fact.description(meaning);
                    schema.addProperty(name, fact);
                });
        Schema<Object> status = new Schema<>();
        status.addType("integer");
        schema.addProperty("status", status);
        schema.setRequired(List.of("code", "detail", "request_id", "status", "title", "type"));
        return schema;
    }

    private void require(OpenAPI api) {
        api.getComponents().getSchemas().forEach((name, schema) -> {
            Class<?> type = named.get(name.startsWith("Page") ? "Page" : name);
            if (type != null && type.isRecord() && schema.getProperties() != null) {
                schema.setRequired(required(type, schema));
                ((Schema<?>) schema).getProperties().values().forEach(ApiDescription::lowerCase);
            }
        });
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .forEach(parameter -> lowerCase(parameter.getSchema()));
    }

    private static List<String> required(Class<?> type, Schema<?> schema) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String snake = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!nullable) {
                JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
                String name = renamed == null ? snake : renamed.value();
                if (schema.getProperties().containsKey(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void lowerCase(Schema<?> property) {
        if (property.getEnum() != null && property.getEnum().stream().allMatch(String.class::isInstance)) {
            ((Schema) property)
                    .setEnum(property.getEnum().stream()
                            .map(value -> value.toString().toLowerCase(Locale.ROOT))
                            .toList());
        }
    }

    /** A record inside another type is called after both, without the words that only say what kind of file it is. */
    private final class OneNameEach extends TypeNameResolver {

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            if (!type.getName().startsWith("org.sellmeapen.")) {
                return super.nameForClass(type, options);
            }
            Class<?> outer = type.getDeclaringClass();
            String own = plain(type.getSimpleName());
            String place = outer == null ? "" : plain(outer.getSimpleName());
            String name = own.startsWith(place) || place.endsWith(own) && !own.equals("Answer") ? own : place + own;
            Class<?> former = named.putIfAbsent(name, type);
            if (former != null && former != type) {
                throw new IllegalStateException("both " + former + " and " + type + " would be called " + name);
            }
            return name;
        }

        private static String plain(String name) {
            for (String kind : List.of("Controller", "Views", "View")) {
                if (name.endsWith(kind) && name.length() > kind.length()) {
                    return name.substring(0, name.length() - kind.length());
                }
            }
            return name;
        }
    }
}
