package org.sellmeapen.connections;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The servers of the house that an operator named. */
final class LocalEndpoints {

    private record Place(String host, int port) {}

    private final Set<Place> places;

    /** @throws ConnectionSettingsWrong for what is no host with a port */
    LocalEndpoints(List<String> named) {
        this.places = named.stream()
                .filter(text -> !text.isBlank())
                .map(LocalEndpoints::place)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Place place(String text) {
        try {
            if (text.strip().matches(".*:\\d{1,5}")) {
                Destination named = Destination.of(text);
                return new Place(named.host(), named.port());
            }
        } catch (NotAllowedOut _) {
            // falls through to the refusal
        }
        throw new ConnectionSettingsWrong("local-endpoints", "hosts with their ports such as gpu.lan:8000");
    }

    boolean names(Destination destination) {
        return places.contains(new Place(destination.host(), destination.port()));
    }

    boolean namesHostOf(Destination destination) {
        return places.stream().anyMatch(place -> place.host().equals(destination.host()));
    }
}
