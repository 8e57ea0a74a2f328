package org.sellmeapen.simulators;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a vendor of speech takes: bodies, messages of sockets and names in queries. As {@link Rules} are, or by its own notes. */
final class SoundRules {

    private static final Map<String, SoundRules> READ = new ConcurrentHashMap<>();
    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    /** @param place of a schema, or of a list or an object of names of a query */
    private record Published(String rule, String file, String place) {}

    private static final Map<String, List<Published>> SPECIFICATIONS = Map.of(
            "openai",
            List.of(
                    new Published("speak", "openai/openai-trimmed.json", "CreateSpeechRequest"),
                    new Published("hear", "openai/openai-trimmed.json", "CreateTranscriptionRequest")),
            "groq",
            List.of(new Published("hear", "groq/openapi.yaml", "CreateTranscriptionRequest")),
            "deepgram",
            List.of(
                    new Published("speak", "deepgram/openapi.yml", "SpeakV1Request"),
                    new Published("speak-query", "deepgram/openapi.yml", "/paths/~1v1~1speak/post/parameters"),
                    new Published("file-query", "deepgram/openapi.yml", "/paths/~1v1~1listen/post/parameters"),
                    new Published(
                            "live-query",
                            "deepgram/asyncapi.yml",
                            "/channels/~1v1~1listen/bindings/ws/query/properties"),
                    new Published("Finalize", "deepgram/asyncapi.yml", "ListenV1_ListenV1Finalize"),
                    new Published("KeepAlive", "deepgram/asyncapi.yml", "ListenV1_ListenV1KeepAlive"),
                    new Published("CloseStream", "deepgram/asyncapi.yml", "ListenV1_ListenV1CloseStream")),
            "assemblyai",
            List.of(
                    new Published(
                            "live-query", "assemblyai/streaming-v3-asyncapi.yml", "/channels/streaming/parameters"),
                    new Published("ForceEndpoint", "assemblyai/streaming-v3-asyncapi.yml", "ForceEndpointPayload"),
                    new Published("Terminate", "assemblyai/streaming-v3-asyncapi.yml", "SessionTerminationPayload")),
            "elevenlabs",
            List.of(
                    new Published(
                            "speak",
                            "elevenlabs/elevenlabs-trimmed.json",
                            "Body_text_to_speech_stream_with_timestamps"),
                    new Published(
                            "speak-query",
                            "elevenlabs/elevenlabs-trimmed.json",
                            "/paths/~1v1~1text-to-speech~1{voice_id}~1stream~1with-timestamps/post/parameters"),
                    new Published(
                            "hear", "elevenlabs/elevenlabs-trimmed.json", "Body_Speech_to_Text_v1_speech_to_text_post"),
                    new Published("input_audio_chunk", "elevenlabs/asyncapi-tryagi.json", "InputAudioChunkPayload"),
                    // The query is not listed; a session echoes what of it was taken.
                    new Published(
                            "live-query",
                            "elevenlabs/asyncapi-tryagi.json",
                            "/components/schemas/SessionConfig/properties")),
            "cartesia",
            List.of(new Published("speak", "cartesia/openapi.yaml", "TTSSSERequest")),
            "openai-realtime",
            List.of(
                    said("session.update", "SessionUpdate"),
                    said("input_audio_buffer.append", "InputAudioBufferAppend"),
                    said("input_audio_buffer.commit", "InputAudioBufferCommit"),
                    said("response.create", "ResponseCreate"),
                    said("response.cancel", "ResponseCancel"),
                    said("conversation.item.create", "ConversationItemCreate"),
                    said("conversation.item.truncate", "ConversationItemTruncate")),
            "polly",
            List.of(new Published("speak", "aws/polly-2016-06-10.service-2.json", "SynthesizeSpeechInput")));

    private static Published said(String type, String name) {
        return new Published(type, "openai/openai-realtime-events.json", "RealtimeClientEvent" + name);
    }

    private final String grade;
    private final Map<String, Rules.Rule> rules;
    private final Map<String, Set<String>> queries;

    private SoundRules(String grade, Map<String, Rules.Rule> rules, Map<String, Set<String>> queries) {
        this.grade = grade;
        this.rules = rules;
        this.queries = queries;
    }

    static SoundRules of(String vendor, Optional<Path> specifications) {
        return READ.computeIfAbsent(
                vendor + " " + specifications.map(Path::toString).orElse(""), _ -> {
                    try {
                        return read(vendor, specifications);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static SoundRules read(String vendor, Optional<Path> specifications) throws IOException {
        List<Published> published = SPECIFICATIONS.getOrDefault(vendor, List.of());
        boolean there = specifications.isPresent()
                && !published.isEmpty()
                && published.stream()
                        .allMatch(
                                one -> Files.exists(specifications.orElseThrow().resolve(one.file())));
        Map<String, Rules.Rule> rules = new HashMap<>();
        Map<String, Set<String>> queries = new HashMap<>();
        if (there) {
            Map<String, JsonNode> documents = new HashMap<>();
            for (Published one : published) {
                JsonNode document = documents.computeIfAbsent(
                        one.file(), file -> read(specifications.orElseThrow().resolve(file)));
                if (one.place().startsWith("/")) {
                    queries.put(one.rule(), names(document.at(one.place())));
                } else {
                    rules.put(one.rule(), rule(vendor, one.rule(), document, one.place()));
                }
            }
            return new SoundRules(Rules.PUBLISHED, rules, queries);
        }
        try (InputStream facts = SoundRules.class.getResourceAsStream("/facts/sound/" + vendor + ".yaml")) {
            if (facts == null) {
                throw new IllegalArgumentException("no facts about " + vendor);
            }
            JsonNode document = YAML.readTree(facts);
            document.path("rules")
                    .properties()
                    .forEach(p -> rules.put(p.getKey(), Rules.rule(vendor, p.getKey(), document, p.getValue())));
            document.path("queries").properties().forEach(p -> queries.put(p.getKey(), names(p.getValue())));
            return new SoundRules(Rules.NOTES, rules, queries);
        }
    }

    private static JsonNode read(Path file) {
        JsonNode document =
                file.toString().endsWith(".json") ? Frames.JSON.readTree(file.toFile()) : YAML.readTree(file.toFile());
        return document.has("shapes") ? AwsShapes.asSchemas(document) : document;
    }

    private static Rules.Rule rule(String vendor, String rule, JsonNode document, String schema) {
        if (document.path("components").path("schemas").path(schema).isMissingNode()) {
            throw new IllegalArgumentException("the specification has no " + schema);
        }
        return Rules.rule(
                vendor, "sound-" + rule, document, Frames.object().put("$ref", "#/components/schemas/" + schema));
    }

    private static Set<String> names(JsonNode place) {
        Set<String> names = new TreeSet<>();
        place.propertyNames().forEach(names::add);
        place.forEach(one -> {
            if (place.isArray()) {
                names.add(one.isString() ? one.asString() : one.path("name").asString(""));
            }
        });
        if (names.isEmpty()) {
            throw new IllegalArgumentException("the specification has no such names");
        }
        return names;
    }

    String grade() {
        return grade;
    }

    List<String> faults(String rule, JsonNode body) {
        Rules.Rule known = rules.get(rule);
        return known == null ? List.of("nothing is known about " + rule) : Rules.faults(known, body);
    }

    List<String> queryFaults(String rule, Set<String> sent, Set<String> documentedElsewhere) {
        List<String> faults = new ArrayList<>();
        Set<String> known = queries.getOrDefault(rule, Set.of());
        sent.stream()
                .filter(name -> !known.contains(name) && !documentedElsewhere.contains(name))
                .forEach(name -> faults.add("the query has no " + name));
        return faults;
    }
}
