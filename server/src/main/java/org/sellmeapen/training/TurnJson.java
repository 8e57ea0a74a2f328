package org.sellmeapen.training;

import java.util.List;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.MindMove;
import org.sellmeapen.conversation.MindView;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How the mind's columns of a turn are written: the same words as in the product's JSON. */
@Component
class TurnJson {

    record ActRow(String act, double confidence, List<String> because) {}

    private final JsonMapper mapper;

    TurnJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String acts(List<ActReading> acts) {
        return mapper.writeValueAsString(acts.stream()
                .map(a -> new ActRow(a.act().code(), Math.round(a.confidence() * 1000) / 1000.0, a.because()))
                .toList());
    }

    List<ActReading> acts(String column) {
        return mapper.readValue(column, new TypeReference<List<ActRow>>() {}).stream()
                .map(a -> new ActReading(Act.ofCode(a.act()).orElseThrow(), a.confidence(), a.because()))
                .toList();
    }

    String state(MindView state) {
        return mapper.writeValueAsString(state);
    }

    MindView state(String column) {
        return mapper.readValue(column, MindView.class);
    }

    String moved(List<MindMove> moved) {
        return mapper.writeValueAsString(moved);
    }

    List<MindMove> moved(String column) {
        return mapper.readValue(column, new TypeReference<List<MindMove>>() {});
    }
}
